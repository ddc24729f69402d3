import Testing

@testable import SVG

@Suite struct PathDataTests {
  private func text(_ build: (inout PathData) -> Void) -> String {
    var path = PathData()
    build(&path)
    return String(decoding: path.bytes, as: UTF8.self)
  }

  @Test func writesRelativeLinesWithoutRepeatedCommands() {
    let path = text { path in
      path.move(x: 10, y: 20)
      path.line(x: 10.5, y: 19.5)
      path.line(x: 12, y: 21.25)
    }
    #expect(path == "M10 20l.5-.5 1.5 1.8")
  }

  @Test func writesHorizontalAndVerticalLinesShortly() {
    let path = text { path in
      path.move(x: 0, y: 0)
      path.line(x: 5, y: 0)
      path.line(x: 5, y: -3)
      path.line(x: 5, y: -3)
      path.close()
    }
    #expect(path == "M0 0h5v-3z")
  }

  @Test func startsLaterPiecesFromTheClosedStart() {
    let path = text { path in
      path.move(x: 1, y: 1)
      path.line(x: 2, y: 3)
      path.close()
      path.move(x: 2, y: 2)
      path.line(x: 3, y: 3)
    }
    #expect(path == "M1 1l1 2zm1 1l1 1")
  }

  @Test func neverAddsUpRoundingErrors() {
    var path = PathData()
    path.move(x: 0, y: 0)
    for step in 1...1000 { path.line(x: Double(step) * 0.37, y: 0) }
    let deltas = String(decoding: path.bytes, as: UTF8.self).dropFirst(5)
      .split(separator: " ").map { Double($0) ?? .nan }
    #expect(abs(deltas.reduce(0, +) - 370) < 0.05)
  }
}
