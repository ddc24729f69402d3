internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingReports

/// A law on the command line: the name of a published one, or all coefficients.
enum LawArgument {
  /// The names of published laws.
  static var names: String { PublishedLaw.all.map(\.name).joined(separator: ", ") }

  /// The law that a text names or spells out; `nil` when it does neither.
  ///
  /// - Throws: `FitError` for coefficients that make no law of the form.
  static func law(
    _ text: String, form: LawForm, option: String
  ) throws -> LawReport.NamedLaw? {
    if text.contains("=") {
      return LawReport.NamedLaw(
        name: text, law: try TrainingLaw(form, coefficients([text], option: option)))
    }
    return PublishedLaw.named(text).map { LawReport.NamedLaw(name: $0.name, law: $0.law) }
  }

  /// Coefficients by name, from lists such as A=406,B=410.
  static func coefficients(_ lists: [String], option: String) throws -> [String: Double] {
    var result: [String: Double] = [:]
    for part in lists.flatMap({ $0.split(separator: ",") }) {
      let sides = part.split(separator: "=", maxSplits: 1)
      guard sides.count == 2, let value = Double(sides[1]), !value.isNaN else {
        throw ValidationError("\(option): \"\(part)\" is not of the form NAME=NUMBER.")
      }
      result[String(sides[0])] = value
    }
    return result
  }
}
