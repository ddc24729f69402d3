/// A table of coverages with what it shows.
struct CoverageTable {
  let title: String
  let explanation: String
  let header: [String]
  var rows: [[String]] = []

  var lines: [String] {
    ["## \(title)", "", explanation, "", Self.row(header), Self.row(header.map { _ in "---" })]
      + rows.map(Self.row) + [""]
  }

  static func row(_ columns: [String]) -> String {
    "| " + columns.joined(separator: " | ") + " |"
  }

  static func percent(_ share: Share?) -> String {
    guard let value = share?.value else { return "–" }
    let tenths = Int((value * 1000).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }

  static let wanted = 0.93...0.97

  /// A coverage, in bold where it is outside what was promised by more than chance explains.
  static func judged(_ share: Share?, each: Int = 1) -> String {
    guard let share, share.asked > 0 else { return "–" }
    return share.isOutside(each: each, by: 2) ? "**\(percent(share))**" : percent(share)
  }

  /// A coverage, in bold where it is outside what was promised and further from the level than
  /// twice its Monte Carlo error, of intervals of which a share is conservative.
  static func tested(_ share: Share, conservative: Double = 0) -> String {
    guard let value = share.value, share.asked >= 50 else { return "–" }
    let error = (0.95 * 0.05 / Double(share.asked)).squareRoot()
    let isOutside = isOutside(share, conservative: conservative)
    return isOutside && abs(value - 0.95) > 2 * error ? "**\(percent(share))**" : percent(share)
  }

  /// Whether a coverage is outside what was promised; each conservative interval might have missed
  /// otherwise.
  static func isOutside(_ share: Share, conservative: Double) -> Bool {
    let value = share.value ?? 0.95
    let most = wanted.upperBound + conservative
    return value < wanted.lowerBound || value > most
  }
}
