import Foundation
import Testing

/// The figures of the README's table of measurements are those of the tables that it links to.
struct MeasuredTableTests {
  private static let readme: String = {
    let url = packageRoot.appendingPathComponent("README.md")
    return (try? String(contentsOf: url, encoding: .utf8)) ?? ""
  }()

  @Test("intervals and bands of curves in the median row")
  func curves() throws {
    let table = try MarkdownTables("Benchmarks/calibration.md")
    let intervals = table.values { $0.contains("interval (") }
    let bands = table.values { $0 == "band (all)" }
    #expect(intervals.count > 50)
    expect("\(Self.percent(Self.median(intervals))) and \(Self.percent(Self.median(bands))) %")
  }

  @Test("votes, pass@10 and exchange rates in the median row")
  func others() throws {
    let columns = [
      ("Benchmarks/calibration-votes.md", "maj@8"),
      ("Benchmarks/calibration-coverage.md", "pass@10"),
      ("Benchmarks/calibration-tradeoff.md", "rate"),
    ]
    let medians = try columns.map { file, name in
      Self.percent(Self.median(try MarkdownTables(file).values { $0 == name }))
    }
    expect("\(medians[0]), \(medians[1]) and \(medians[2]) % in the median row")
  }

  @Test("plateaus that are wrongly said")
  func plateaus() throws {
    let table = try MarkdownTables("Benchmarks/calibration-ceilings.md")
    let gains = table.values { $0 == "end gain, points" }
    let said = table.values { $0 == "plateau" }
    let wrong = zip(gains, said).filter { $0.0 > 1 }.map(\.1)
    let mean = wrong.reduce(0, +) / Double(wrong.count)
    expect(
      "\(Self.percent(mean)) % on average, \(Self.percent(wrong.max() ?? .nan)) % in the worst of "
        + "\(wrong.count) rows")
  }

  @Test("verdicts that are wrong")
  func verdicts() throws {
    let rows = try MarkdownTables("Benchmarks/calibration-claims.md").rows
    let wrong = rows.flatMap {
      $0[0].heading == "truth" ? Self.wrongOnShape($0) : Self.wrongOnSize($0)
    }
    let mean = wrong.reduce(0, +) / Double(wrong.count)
    expect(
      "\(Self.percent(mean)) % on average, \(Self.percent(wrong.max() ?? .nan)) % in the worst of "
        + "\(wrong.count) cells")
  }

  /// "Supported / contradicted": the second is wrong of a claim that holds, the first of another,
  /// both of a flat curve, and neither of a claim that nearly holds.
  private static func wrongOnShape(_ row: [MarkdownTables.Cell]) -> [Double] {
    row.dropFirst(4).flatMap { cell -> [Double] in
      let shares = cell.text.split(separator: " ").compactMap { Double($0) }
      if row[0].text == "constant" { return shares }
      return cell.text.hasSuffix("≈") ? [] : [cell.text.hasSuffix("✓") ? shares[1] : shares[0]]
    }
  }

  /// The four claims whose counted verdict is wrong come before the two that show the power.
  private static func wrongOnSize(_ row: [MarkdownTables.Cell]) -> [Double] {
    row.dropFirst(5).prefix(4).compactMap { Double($0.text) }
  }

  @Test("how far plans are from what they promise")
  func plans() throws {
    let table = try MarkdownTables("Benchmarks/calibration-plans.md")
    let most = table.values { $0 == "difference" }.map(abs).max() ?? .nan
    expect("kept to within \(Self.percent(most)) points")
  }

  private func expect(_ words: String) {
    #expect(Self.readme.contains(words), "the README should say: \(words)")
  }

  private static func percent(_ value: Double) -> String { String(format: "%.1f", value) }

  private static func median(_ values: [Double]) -> Double {
    let sorted = values.sorted()
    let middle = sorted.count / 2
    guard sorted.count.isMultiple(of: 2), !sorted.isEmpty else {
      return sorted.isEmpty ? .nan : sorted[middle]
    }
    return (sorted[middle - 1] + sorted[middle]) / 2
  }
}

/// The rows of all tables of a Markdown document.
private struct MarkdownTables {
  struct Cell {
    let heading: String
    /// The cell without what makes it bold.
    let text: String
  }

  private(set) var rows: [[Cell]] = []

  init(_ file: String) throws {
    let url = packageRoot.appendingPathComponent(file)
    var headings: [String] = []
    for line in try String(contentsOf: url, encoding: .utf8).split(
      separator: "\n", omittingEmptySubsequences: false)
    {
      guard line.hasPrefix("|") else {
        headings = []
        continue
      }
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard !headings.isEmpty else {
        headings = cells
        continue
      }
      guard !cells.allSatisfy({ $0.allSatisfy { $0 == "-" } }) else { continue }
      rows.append(
        zip(headings, cells).map {
          Cell(heading: $0, text: $1.replacingOccurrences(of: "*", with: ""))
        })
    }
  }

  /// The first number of every cell below some headings.
  func values(_ isMeant: (String) -> Bool) -> [Double] {
    rows.joined().filter { isMeant($0.heading) }
      .compactMap { Double($0.text.prefix { !$0.isWhitespace }) }
  }
}
