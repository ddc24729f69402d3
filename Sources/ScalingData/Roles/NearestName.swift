/// Suggests the name that was probably meant.
public enum NearestName {
  /// The nearest name by edit distance, case and separators ignored, when it is near enough:
  /// at most a third of the letters differ, or one name contains the other.
  public static func suggestion(for name: String, among names: [String]) -> String? {
    let wanted = WellKnownColumn.normalised(name)
    guard !wanted.isEmpty else { return nil }
    var best: (name: String, distance: Int)?
    for candidate in names {
      let folded = WellKnownColumn.normalised(candidate)
      guard !folded.isEmpty else { continue }
      var distance = editDistance(Array(wanted.utf8), Array(folded.utf8))
      if wanted.count >= 3, folded.contains(wanted) || wanted.contains(folded) {
        distance = min(distance, 1)
      }
      if distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    guard let best, best.distance <= max(2, wanted.count / 3), best.distance < wanted.count else {
      return nil
    }
    return best.name
  }

  /// The number of insertions, deletions and replacements between two words (Levenshtein 1966).
  static func editDistance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var row = Array(0...second.count)
    for (line, letter) in first.enumerated() {
      var diagonal = row[0]
      row[0] = line + 1
      for (index, other) in second.enumerated() {
        let replaced = diagonal + (letter == other ? 0 : 1)
        diagonal = row[index + 1]
        row[index + 1] = min(replaced, row[index] + 1, diagonal + 1)
      }
    }
    return row[second.count]
  }
}
