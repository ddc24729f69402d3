internal import ScalingData

/// A comparison as it is written on the command line; the series are found when they are known,
/// because their names may hold any character.
public struct PairRequest: Sendable, Equatable {
  /// What is compared.
  public let kind: PairQuantity.Kind
  private let text: String
  private let names: String

  /// Reads everything but the names of the series.
  ///
  /// - Throws: `FitError` when it is no comparison.
  public init(_ text: String) throws(FitError) {
    guard let colon = text.firstIndex(of: ":"), text.index(after: colon) < text.endIndex else {
      throw Self.error(text, "there is no such comparison; write \(Self.grammar)")
    }
    self.text = text
    names = String(text[text.index(after: colon)...])
    let head = text[..<colon]
    let parts = head.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let argument = parts.count > 1 ? String(parts[1]) : nil
    switch (String(parts.first ?? ""), argument) {
    case ("slope-ratio", nil): kind = .slopeRatio
    case ("ratio", let name?) where !name.isEmpty: kind = .ratio(coefficient: name)
    case ("difference", let x):
      kind = .difference(
        at: try x.map { x throws(FitError) in
          try Self.number(x, text)
        })
    case ("crossing", let range):
      kind = .crossing(
        within: try range.map { range throws(FitError) in
          try Self.range(range, text)
        })
    default: throw Self.error(text, "there is no such comparison; write \(Self.grammar)")
    }
  }

  /// The comparisons there are, for messages and help.
  public static let grammar =
    "slope-ratio:A/B, ratio@COEFFICIENT:A/B, difference@X:A-B, difference:A-B, crossing:A,B or "
    + "crossing@X1..X2:A,B"

  /// The comparison with its series, of those that there are.
  ///
  /// - Throws: `FitError` when a name is none of them, or the text can be read in two ways.
  public func quantity(among series: [String]) throws(FitError) -> PairQuantity {
    let splits = names.indices.filter { names[$0] == kind.separator }.map { place in
      (
        first: Self.trimmed(names[..<place]),
        second: Self.trimmed(names[names.index(after: place)...])
      )
    }
    guard let closest = splits.first(where: { series.contains($0.first) }) ?? splits.first else {
      throw Self.error(
        text, "name two series with \"\(kind.separator)\" between them; \(Self.list(series))")
    }
    let known = splits.filter { series.contains($0.first) && series.contains($0.second) }
    if known.count > 1 {
      throw Self.error(
        text,
        "it can be read as \"\(known[0].first)\" and \"\(known[0].second)\", or as "
          + "\"\(known[1].first)\" and \"\(known[1].second)\"; keep one of them with --where")
    }
    guard let pair = known.first else {
      let unknown = series.contains(closest.first) ? closest.second : closest.first
      let hint =
        NearestName.suggestion(for: unknown, among: series).map { "; did you mean \"\($0)\"?" }
        ?? ";"
      throw Self.error(text, "there is no series \"\(unknown)\"\(hint) \(Self.list(series))")
    }
    guard pair.first != pair.second else {
      throw Self.error(text, "it compares \"\(pair.first)\" with itself; name two series")
    }
    return PairQuantity(kind, first: pair.first, second: pair.second)
  }

  private static func list(_ series: [String]) -> String {
    let shown = series.prefix(12).joined(separator: ", ")
    return "the series are \(shown)"
      + (series.count > 12 ? " and \(series.count - 12) more" : "")
  }

  private static func trimmed(_ text: Substring) -> String {
    var text = text.drop { $0 == " " }
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }

  private static func number(_ part: String, _ text: String) throws(FitError) -> Double {
    guard let value = Double(part), value.isFinite else {
      throw error(text, "\"\(part)\" is not a number")
    }
    return value
  }

  private static func range(
    _ part: String, _ text: String
  ) throws(FitError) -> ClosedRange<Double> {
    let characters = Array(part)
    let place = characters.indices.dropLast().first {
      characters[$0] == "." && characters[$0 + 1] == "."
    }
    guard let place else { throw error(text, "write it crossing@X1..X2:A,B") }
    let from = try number(String(characters[..<place]), text)
    let to = try number(String(characters[(place + 2)...]), text)
    guard from < to else { throw error(text, "the first x must lie below the second") }
    return from...to
  }

  static func error(_ text: String, _ problem: String) -> FitError {
    FitError(code: .invalidQuantity, description: "the comparison \"\(text)\": \(problem)")
  }
}
