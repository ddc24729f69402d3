extension NumberTable {
  /// The kinds of the cells of a column, whose texts were asked for.
  func kinds(of place: Int) -> [CellKind] {
    texts[place].map { text in
      var text = text
      return text.withUTF8 { CellReading($0).kind }
    }
  }

  /// In which unit a column's values are, decided once for all of them.
  ///
  /// - Throws: an error about cells that cannot have one unit together.
  func reading(
    of place: Int, choice: ValueUnitChoice, meaning: ValueReading.Meaning = .named
  ) throws(DataError) -> ValueReading {
    let kinds = kinds(of: place)
    var facts = RowFacts()
    for row in lines.indices {
      facts.add(
        KeptRow(
          x: .nan, y: values[place][row], items: .nan, standardError: .nan, weight: .nan,
          question: -1, line: lines[row], series: 0, inputIndex: 0, xKind: .missing,
          yKind: kinds[row], isHeldOut: false))
    }
    return try ValueReading(
      facts, column: columns[place]?.column ?? "", choice: choice, files: [input.path],
      meaning: meaning)
  }

  /// A column of accuracies as fractions.
  public struct Accuracies: Sendable, Equatable {
    /// One fraction per row.
    public let values: [Double]
    /// The column and the unit that it had.
    public let description: ValueDescription
    /// How the unit was chosen, if there was a choice.
    public let note: String?
  }

  /// A column read as accuracies, whatever its name; its texts must have been asked for.
  ///
  /// - Throws: `DataError` for cells that are no accuracies, or have no unit in common.
  public func accuracies(
    in place: Int, unit choice: ValueUnitChoice
  ) throws(DataError) -> Accuracies {
    let reading = try reading(of: place, choice: choice, meaning: .accuracy)
    let column = columns[place]?.column ?? ""
    return Accuracies(
      values: values[place].map { $0 / reading.divisor },
      description: ValueDescription(
        column: column, unit: reading.unit,
        title: AxisDescription.spaced(column, isPercent: reading.unit == .percent),
        doubt: reading.doubt), note: reading.note)
  }

  /// What a column measures, by its name.
  public func axis(of place: Int) -> AxisDescription {
    AxisDescription(column: columns[place]?.column ?? "", holdsDates: false, holdsDollars: false)
  }
}
