import Foundation

@testable import ScalingAnalysis

/// The certified problems, where a copy is at hand: `SCALING_REFERENCE` names the folder of
/// reference tables, or else it lies at ../shared/reference beside the package.
struct NISTReference: Decodable {
  var response: String
  var formula: String
  var start1: [Double]
  var start2: [Double]
  var certified: [Double]
  var certifiedStandardDeviation: [Double]
  var residualSumOfSquares: Double

  static let folder: String = {
    let named = ProcessInfo.processInfo.environment["SCALING_REFERENCE"]
    let beside = FileManager.default.currentDirectoryPath + "/../shared/reference"
    return (named ?? beside) + "/nist-strd"
  }()

  static var isPresent: Bool {
    FileManager.default.fileExists(atPath: folder + "/catalogue.json")
  }

  static let all: [String: NISTReference] = {
    guard let data = FileManager.default.contents(atPath: folder + "/catalogue.json") else {
      return [:]
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return (try? decoder.decode([String: NISTReference].self, from: data)) ?? [:]
  }()

  static var names: [String] { all.keys.sorted() }

  /// The columns of a problem.
  static func columns(_ name: String) throws -> [DataColumn] {
    let text = try String(contentsOfFile: folder + "/\(name).csv", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { $0.split(separator: ",") }
    return lines[0].indices.map { column in
      DataColumn(
        lines[0][column].trimmingCharacters(in: .whitespaces),
        lines.dropFirst().map { Double($0[column].trimmingCharacters(in: .whitespaces)) ?? .nan })
    }
  }

  /// The names of the parameters, as b1, b2, … in the order of the certified values.
  var parameterNames: [String] { certified.indices.map { "b\($0 + 1)" } }

  /// The fit from a start, or from none.
  func fit(_ name: String, start: [Double]?) throws -> Fit {
    let columns = try Self.columns(name)
    let formula = try Formula("\(response) ~ \(formula)", columns: columns.map(\.name))
    var constraints = ParameterConstraints()
    if let start {
      constraints.starts = Dictionary(uniqueKeysWithValues: zip(parameterNames, start))
    }
    return try FormulaModel(formula, constraints: constraints).fit(to: formula.data(columns))
  }

  /// The correct digits of the worst parameter and of the worst standard error.
  func digits(_ fit: Fit) -> (parameters: Double, errors: Double) {
    let digits = { (value: Double?, certified: Double) -> Double in
      guard let value else { return 0 }
      let error = abs(value - certified) / abs(certified)
      return error == 0 ? 11 : min(max(-log10(error), 0), 11)
    }
    var worst = (parameters: 11.0, errors: 11.0)
    for (index, name) in parameterNames.enumerated() {
      let coefficient = fit.coefficient(name)
      worst.parameters = min(worst.parameters, digits(coefficient?.estimate, certified[index]))
      worst.errors = min(
        worst.errors, digits(coefficient?.standardError, certifiedStandardDeviation[index]))
    }
    return worst
  }
}
