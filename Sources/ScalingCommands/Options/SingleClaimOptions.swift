internal import ArgumentParser
internal import ScalingClaimFiles
internal import ScalingClaims
internal import ScalingData

/// One claim on the shape of a curve, from options.
struct SingleClaimOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The table that the claim is judged by.", valueName: "file"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      ShapeClaim.Shape.allCases.map(\.rawValue).joined(separator: ", ") + ".",
      valueName: "shape"))
  var shape: String?

  @Option(help: ArgumentHelp("From which x a plateau is claimed.", valueName: "x"))
  var after: Double?

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
      "Column that names the question of each row, where a row is one answer (y right or wrong).",
      valueName: "column"))
  var question: String?

  @OptionGroup var rows: RowOptions

  /// Whether any of them is given.
  var isGiven: Bool {
    data != nil || shape != nil || after != nil || against != nil || x != nil || y != nil
      || question != nil || !rows.texts.isEmpty || rows.delimiter != nil
  }

  func validate() throws {
    guard isGiven else { return }
    guard data != nil, let shape else {
      throw ValidationError("One claim needs --data FILE and --shape SHAPE.")
    }
    let claimed: ShapeClaim.Shape = try Self.choice(shape, "--shape")
    if after != nil, claimed != .plateau, claimed != .noPlateau {
      throw ValidationError("--after goes with --shape plateau and no-plateau only.")
    }
    _ = try rivals()
  }

  /// The claim that the options make.
  func entry() throws -> ClaimFile.Entry {
    let claimed: ShapeClaim.Shape = try Self.choice(shape ?? "", "--shape")
    var request = TableRequest(inputs: [InputLocation(argument: data ?? "")], x: x, y: y)
    request.conditions = try rows.conditions()
    request.delimiter = rows.separator
    request.question = question
    return ClaimFile.Entry(
      Claim(
        id: claimed.rawValue, data: request,
        content: .shape(ShapeClaim(claimed, after: after, rivals: try rivals()))))
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
