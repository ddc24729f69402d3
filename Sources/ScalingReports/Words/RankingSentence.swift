public import ScalingAnalysis

/// A ranking as sentences: which family is preferred, whether that is decided, and against what.
public struct RankingSentence: Sendable, Equatable {
  /// The sentences.
  public let text: String

  /// Words for a ranking.
  public init(_ ranking: ModelRanking) {
    short = Self.shortText(ranking)
    guard let preferred = ranking.preferred else {
      text = Self.reasonForNone(ranking)
      return
    }
    var sentences: [String] = []
    let name = preferred.fit.name.rawValue
    let rivals = ranking.contenders.filter { $0.difference != nil }
    if ranking.isDecided {
      sentences.append("Decided: \(name).")
      if !rivals.isEmpty {
        sentences.append(
          "Less supported, by fewer than 10 units: " + Self.list(rivals.map(Self.distance)) + ".")
      }
    } else if rivals.isEmpty {
      sentences.append(
        ranking.entries.count == 1
          ? "Only \(name) was fitted: there is nothing to decide between."
          : "\(name) ranks first, but \(Self.weakness(of: preferred.fit)).")
    } else {
      let weak =
        preferred.fit.diagnostics.contains(where: \.isBlocking)
        ? " (\(Self.weakness(of: preferred.fit)))" : ""
      sentences.append(
        "Not decided: \(name) ranks first\(weak), but the data do not rule out "
          + Self.list(rivals.map(Self.distance)) + ".")
    }
    if let drawn = ranking.drawn, drawn.fit.name != preferred.fit.name {
      sentences.append(
        "With \(drawn.fit.data.count) points AICc charges heavily for each coefficient: "
          + "\(drawn.fit.name.rawValue) leaves significantly less unexplained (\(Self.test(drawn.fit)), 5 %)."
      )
    }
    if !ranking.ruledOut.isEmpty {
      sentences.append(
        "Ruled out: " + Self.list(ranking.ruledOut.map(Self.distance)) + ".")
    }
    text = sentences.joined(separator: " ")
  }

  /// The test that a richer curve passes against a simpler one.
  private static func test(_ fit: Fit) -> String {
    fit.hasKnownVariance ? "chi-squared test" : "F test"
  }

  private static func reasonForNone(_ ranking: ModelRanking) -> String {
    if case .bisquare? = ranking.entries.first?.fit.noise {
      return "No ranking: the bisquare is no likelihood, so that AICc is not defined; rank with "
        + "--noise huber, or compare with --holdout."
    }
    return "No ranking: the points are too few for AICc."
  }

  /// One short sentence for the notes of a figure.
  public let short: String

  private static func shortText(_ ranking: ModelRanking) -> String {
    guard let preferred = ranking.preferred else {
      if case .bisquare? = ranking.entries.first?.fit.noise {
        return "The bisquare gives no AICc to rank curves by."
      }
      return "Too few points to rank curves."
    }
    let name = preferred.fit.name.rawValue
    let rivals = ranking.contenders.filter { $0.difference != nil }
    if let drawn = ranking.drawn, drawn.fit.name != preferred.fit.name {
      return "Curve: \(drawn.fit.name.rawValue); too few points to rank curves by AICc."
    }
    if ranking.isDecided { return "Best of \(ranking.entries.count) curves: \(name), decided." }
    guard let nearest = rivals.first, let difference = nearest.difference else {
      return "Curve: \(name)."
    }
    let more = rivals.count > 1 ? " and \(rivals.count - 1) more" : ""
    return "Curve: \(name), not decided: \(nearest.fit.name.rawValue) is "
      + "\(NumberText.fixed(difference, 1)) AICc units behind\(more.isEmpty ? "" : ",\(more) within 10")."
  }

  private static func distance(_ entry: ModelRanking.Entry) -> String {
    let difference = entry.difference.map { NumberText.fixed($0, 1) } ?? "?"
    return "\(entry.fit.name.rawValue) (\(difference) AICc units behind)"
  }

  private static func weakness(of fit: Fit) -> String {
    fit.diagnostics.first(where: \.isBlocking).map { $0.code.rawValue } ?? "not by enough"
  }

  static func list(_ parts: [String]) -> String {
    guard parts.count > 1, let last = parts.last else { return parts.first ?? "" }
    return parts.dropLast().joined(separator: ", ") + " and " + last
  }
}
