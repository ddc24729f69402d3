/// A unit as a product of powers of base units, such as USD per task.
public struct MeasureUnit: Sendable, Equatable {
  private var powers: [String: Int] = [:]

  /// A plain number.
  public init() {}

  /// Reads `USD`, `USD / task`, `tokens*questions / USD`; a plural s is ignored.
  public init(_ text: String) {
    for (index, part) in text.split(separator: "/").enumerated() {
      for name in part.split(separator: "*") {
        let word = Self.singular(name)
        if !word.isEmpty, word != "1" { powers[word, default: 0] += index == 0 ? 1 : -1 }
      }
    }
    powers = powers.filter { $0.value != 0 }
  }

  private static func singular(_ name: Substring) -> String {
    let word = name.split(separator: " ").joined(separator: " ")
    return word.count > 3 && word.hasSuffix("s") ? String(word.dropLast()) : word
  }

  /// Words have a plural, symbols in capitals have none.
  private static func plural(_ name: String) -> String {
    name.count > 3 && name.first?.isLowercase == true ? name + "s" : name
  }

  /// Whether it is a plain number.
  public var isPlain: Bool { powers.isEmpty }

  func times(_ other: MeasureUnit, power: Int) -> MeasureUnit {
    var result = self
    for (name, value) in other.powers { result.powers[name, default: 0] += power * value }
    result.powers = result.powers.filter { $0.value != 0 }
    return result
  }

  /// The unit as a reader writes it; empty for a plain number.
  public var symbol: String {
    let above = powers.filter { $0.value > 0 }.keys.sorted().map(Self.plural)
      .joined(separator: "*")
    let below = powers.filter { $0.value < 0 }.keys.sorted().joined(separator: "/")
    return below.isEmpty ? above : (above.isEmpty ? "1" : above) + "/" + below
  }

  var words: String { isPlain ? "a plain number" : symbol }
}
