import Foundation
import ScalingAnalysis
import ScalingData

/// From a table to a ranking, a verdict and a figure of one's own, by the library alone.
///
///     swift run --package-path Examples ClaimAndFigure data/o1-mini-aime2024.csv figure.svg
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: ClaimAndFigure TABLE FIGURE\n".utf8))
      exit(64)
    }
    let input = InputLocation(argument: CommandLine.arguments[1])
    let table = try SeriesTable(reading: TableRequest(inputs: [input]))
    for series in table.series {
      let curve = try MeasuredCurve(series, isAccuracy: table.y.unit != .number)
      print(try curve.report())
    }
    let first = try MeasuredCurve(table.series[0], isAccuracy: table.y.unit != .number)
    let svg = try first.figure(xTitle: table.x.title, yTitle: table.y.title)
    try Data(svg.utf8).write(to: URL(fileURLWithPath: CommandLine.arguments[2]))
  }
}
