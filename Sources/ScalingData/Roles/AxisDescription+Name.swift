extension AxisDescription {
  /// Describes a column by its name and by what its cells look like.
  init(column: String, holdsDates: Bool, holdsDollars: Bool) {
    let known = WellKnownColumn.axes.first { $0.matches(column) }
    let suffix = WellKnownColumn.unitSuffix(of: column)
    let isYear = ["year", "years"].contains(WellKnownColumn.normalised(column))
    if holdsDates || isYear {
      let title = known?.quantity == .date ? known?.title : nil
      self.init(column: column, title: title ?? Self.spaced(column), quantity: .date)
    } else if let known, known.names != ["x"] {
      let words = known.title.prefix { $0 != "(" }.trimmed
      let title = suffix.map { "\(words) (\($0))" } ?? known.title
      self.init(
        column: column, title: title, quantity: known.quantity == .date ? .other : known.quantity)
    } else {
      let quantity = holdsDollars ? .dollars : Self.quantity(of: column)
      self.init(column: column, title: Self.spaced(column), quantity: quantity)
    }
  }

  /// A guess from a part of a name that is not in the lists.
  private static func quantity(of column: String) -> AxisQuantity {
    let folded = WellKnownColumn.normalised(column)
    let parts: [(String, AxisQuantity)] = [
      ("flop", .flop), ("usd", .dollars), ("cost", .dollars), ("price", .dollars),
      ("dollar", .dollars), ("param", .parameters), ("token", .tokens), ("samples", .samples),
      ("votes", .samples), ("attempts", .samples),
    ]
    return parts.first { folded.contains($0.0) }?.1 ?? .other
  }

  /// A column name with spaces for underscores.
  static func spaced(_ column: String) -> String {
    column.map { $0 == "_" ? " " : String($0) }.joined().trimmed
  }

  /// The name of a column of values; "percent" at its end belongs to the axis.
  static func spaced(_ column: String, isPercent: Bool) -> String {
    let words = spaced(column)
    guard isPercent else { return words }
    for ending in [" percent", " pct"] where words.lowercased().hasSuffix(ending) {
      return String(words.dropLast(ending.count))
    }
    return words
  }
}

extension StringProtocol {
  /// The text without spaces at its ends.
  var trimmed: String {
    var slice = self[...]
    while slice.first == " " { slice = slice.dropFirst() }
    while slice.last == " " { slice = slice.dropLast() }
    return String(slice)
  }
}
