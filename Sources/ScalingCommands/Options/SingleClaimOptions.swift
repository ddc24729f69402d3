internal import ArgumentParser
internal import ScalingClaimFiles

/// One claim on the shape of a curve, from options.
struct SingleClaimOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp("The table that the claim is judged by.", valueName: "file"),
    completion: .file())
  var data: String?

  @Option(
    parsing: .unconditional,
    help: ArgumentHelp("From which x a plateau is claimed.", valueName: "x"))
  var after: Double?

  @OptionGroup var shape: ShapeClaimOptions

  /// Whether any of them is given.
  var isGiven: Bool { data != nil || after != nil || shape.isGiven }

  func validate() throws {
    if isGiven, data == nil || shape.shape == nil {
      throw ValidationError("One claim needs --data FILE and --shape SHAPE.")
    }
    guard let after else { return }
    guard shape.isPlateau else {
      throw ValidationError("--after goes with --shape plateau and no-plateau only.")
    }
    guard after > 0, after.isFinite else {
      throw ValidationError("--after is \(after), but must be an x above zero.")
    }
  }

  /// The claim that the options make.
  func entry() throws -> ClaimFile.Entry {
    ClaimFile.Entry(try shape.claim(on: data ?? "", after: after).claim)
  }
}
