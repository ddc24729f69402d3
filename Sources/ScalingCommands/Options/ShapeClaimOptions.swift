internal import ArgumentParser
internal import ScalingClaims
internal import ScalingData

/// A claim on the shape of a curve, and the columns and rows of its table: the same options in
/// every command that takes one.
struct ShapeClaimOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      ShapeClaim.Shape.allCases.filter { !$0.isPlateau }.map(\.rawValue).joined(separator: ", ")
        + "; scaling check also takes plateau and no-plateau.",
      valueName: "shape"))
  var shape: String?

  @Option(
    help: ArgumentHelp(
      "Only rivals of the claim, separated by commas (default: all).", valueName: "family,..."))
  var against: String?

  @Option(help: ArgumentHelp("Column of the x axis.", valueName: "column"))
  var x: String?

  @Option(help: ArgumentHelp("Column of the y axis.", valueName: "column"))
  var y: String?

  @Option(
    help: ArgumentHelp(
      "Columns that tell series apart, or none (default: guessed).", valueName: "column,..."))
  var series: String?

  @Option(
    help: ArgumentHelp("The series that is meant, where there are several.", valueName: "name"))
  var name: String?

  @Option(
    help: ArgumentHelp(
      "Questions behind each accuracy: a column or a number.", valueName: "column|number"))
  var items: String?

  @Option(
    help: ArgumentHelp(
      "Column that names the question of each row, where a row is one answer (y right or wrong).",
      valueName: "column"))
  var question: String?

  @OptionGroup var rows: RowOptions

  /// Whether any of them is given.
  var isGiven: Bool {
    shape != nil || series != nil || name != nil || against != nil || x != nil || y != nil
      || items != nil
      || question != nil || !rows.texts.isEmpty || rows.delimiter != nil
  }

  func validate() throws {
    if question != nil, items != nil {
      throw ValidationError("--question counts the items of a point itself. Leave out --items.")
    }
    guard let shape else { return }
    let claimed: ShapeClaim.Shape = try Self.choice(shape, "--shape")
    if against != nil, claimed.isPlateau {
      throw ValidationError(
        "A plateau has no rivals: it is judged by its bend. Leave out --against.")
    }
    _ = try rivals()
  }

  /// Whether the claimed shape is one that has no contest.
  var isPlateau: Bool { shape.flatMap(ShapeClaim.Shape.init)?.isPlateau ?? false }

  /// The claim that the options make on a table.
  ///
  /// - Parameter after: from which x a plateau is claimed.
  func claim(
    on file: String, after: Double? = nil
  ) throws -> (claim: Claim, shape: ShapeClaim) {
    let claimed: ShapeClaim.Shape = try Self.choice(shape ?? "", "--shape")
    let shape = ShapeClaim(claimed, after: after, rivals: try rivals())
    var request = TableRequest(
      inputs: [InputLocation(argument: file)], x: x, y: y,
      items: items.map(ItemsSource.init(argument:)), conditions: try rows.conditions(),
      delimiter: rows.separator)
    request.question = question
    request.series = series.map { $0 == "none" ? [] : $0.split(separator: ",").map(String.init) }
    let claim = Claim(
      id: claimed.rawValue, data: request, seriesName: name, content: .shape(shape))
    return (claim, shape)
  }

  private func rivals() throws -> [ShapeFamily] {
    try (against ?? "").split(separator: ",").map { try Self.choice(String($0), "--against") }
  }

  private static func choice<Value: RawRepresentable & CaseIterable>(
    _ word: String, _ option: String
  ) throws -> Value where Value.RawValue == String {
    if let value = Value(rawValue: word) { return value }
    let names = Value.allCases.map(\.rawValue)
    let near = NearestName.suggestion(for: word, among: names)
    throw ValidationError(
      "\(option): there is no \"\(word)\"" + (near.map { "; did you mean \($0)?" } ?? ".")
        + " Choose from \(names.joined(separator: ", ")).")
  }
}
