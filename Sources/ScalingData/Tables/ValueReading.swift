/// Decides once per column whether values are fractions, percents or plain numbers.
struct ValueReading {
  let unit: ValueUnit
  /// What to say about the choice, if anything.
  let note: String?
  /// Why the choice may be wrong, if there is a reason.
  let doubt: String?

  /// What is known of a column besides its cells.
  enum Meaning {
    /// Its name decides.
    case named
    /// Answers: between 0 and 1 they are fractions, whatever the column's name.
    case answers
    /// An accuracy, whatever its name.
    case accuracy
  }

  /// The factor from a value in the file to a value of the program.
  var divisor: Double { unit == .percent ? 100 : 1 }

  /// Decides for a column.
  ///
  /// - Throws: an error about cells that cannot have one unit together.
  init(
    _ rows: RowFacts, column: String, choice: ValueUnitChoice, files: [String],
    meaning: Meaning = .named
  ) throws(DataError) {
    let check = Check(
      rows: rows, column: column, files: files,
      isAccuracy: meaning == .accuracy || Self.isAccuracy(column),
      mayBePlain: meaning != .accuracy)
    switch choice {
    case .number:
      (unit, note, doubt) = (.number, nil, nil)
    case .fraction:
      try check.requireNoSigns(.fraction)
      try check.require(rows.outsideFraction, upTo: 1, "a fraction")
      (unit, note, doubt) = (.fraction, nil, nil)
    case .percent:
      try check.require(rows.outsidePercent, upTo: 100, "a percent")
      (unit, note, doubt) = (.percent, nil, nil)
    case .automatic where meaning == .answers && rows.outsideFraction == nil:
      (unit, note, doubt) = (.fraction, nil, nil)
    case .automatic:
      let choice = try check.automatic()
      (unit, doubt) = (choice.unit, choice.doubt)
      let sentences = [choice.note, choice.doubt].compactMap(\.self)
      note = sentences.isEmpty ? nil : sentences.joined(separator: "; ")
    }
  }

  /// Whether a name says that its values are percents.
  static func saysPercent(_ column: String) -> Bool {
    let folded = WellKnownColumn.normalised(column)
    return folded.hasSuffix("percent") || folded.hasSuffix("pct")
  }

  /// Whether a name is one of an accuracy.
  static func isAccuracy(_ column: String) -> Bool {
    let folded = WellKnownColumn.normalised(column)
    return WellKnownColumn.accuracies.contains(folded)
      || ["accuracy", "acc", "passat1", "exactmatch"].contains { folded.hasSuffix($0) }
  }
}

extension ValueReading {
  /// One column of values with the questions asked about it.
  private struct Check {
    let rows: RowFacts
    let column: String
    let files: [String]
    let isAccuracy: Bool
    /// Whether the column could hold plain numbers instead.
    let mayBePlain: Bool

    typealias Choice = (unit: ValueUnit, note: String?, doubt: String?)

    func automatic() throws(DataError) -> Choice {
      if rows.signed != nil {
        try requireSigns()
        if isAccuracy { try require(rows.outsidePercent, upTo: 100, "a percent") }
        return (.percent, "\(column): percents, from their signs; divided by 100", nil)
      }
      guard isAccuracy else { return fromName }
      try require(rows.outsidePercent, upTo: 100, "an accuracy")
      let largest = rows.largest
      if largest <= 1 { return (.fraction, "\(column): fractions, all values lie in 0...1", nil) }
      let small = rows.smallCount
      let doubt =
        small * 2 > rows.count
        ? "\(small) of \(rows.count) values are at most 1, so fractions and percents may be mixed"
        : nil
      return (
        .percent, "\(column): percents, because the largest value is \(largest); divided by 100",
        doubt
      )
    }

    /// A name that ends in "percent" says the unit, as long as the values can be a share.
    private var fromName: Choice {
      guard ValueReading.saysPercent(column), rows.outsidePercent == nil else {
        return (.number, nil, nil)
      }
      return (.percent, "\(column): percents, from its name; divided by 100", nil)
    }

    /// Refuses a value that is outside of the range from 0 to a limit, if there is one.
    func require(
      _ outside: RowFacts.Witness?, upTo limit: Int, _ what: String
    ) throws(DataError) {
      guard let outside else { return }
      throw DataError(
        .accuracyOutOfRange, at: outside.place(files, column),
        "\(CellText.number(outside.value)) is not \(what) between 0 and \(limit)",
        nextStep: mayBePlain
          ? "Correct the value, or read the column as plain numbers with --y-unit number."
          : "Correct the value, or leave the row out with --where.")
    }

    private func requireSigns() throws(DataError) {
      guard let signed = rows.signed, let bare = rows.bare else { return }
      throw DataError(
        .mixedUnits, at: bare.place(files, column),
        "\(bare.value) has no percent sign, but the value on "
          + "\(signed.line(besides: bare, files)) has one",
        nextStep: "Write the whole column with percent signs or without.")
    }

    func requireNoSigns(_ choice: ValueUnitChoice) throws(DataError) {
      guard let signed = rows.signed else { return }
      throw DataError(
        .mixedUnits, at: signed.place(files, column),
        "\(signed.value)% is a percent, not a \(choice.rawValue)",
        nextStep: "Leave --y-unit out.")
    }
  }
}
