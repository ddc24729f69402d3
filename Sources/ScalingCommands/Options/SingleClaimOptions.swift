internal import ArgumentParser
internal import ScalingClaimFiles

/// One claim on the shape of a curve, from options.
struct SingleClaimOptions: ParsableArguments {
  @Option(help: ArgumentHelp("The table that the claim is judged by.", valueName: "file"))
  var data: String?

  @OptionGroup var shape: ShapeClaimOptions

  /// Whether any of them is given.
  var isGiven: Bool { data != nil || shape.isGiven }

  func validate() throws {
    if isGiven, data == nil || shape.shape == nil {
      throw ValidationError("One claim needs --data FILE and --shape SHAPE.")
    }
  }

  /// The claim that the options make.
  func entry() throws -> ClaimFile.Entry {
    ClaimFile.Entry(try shape.claim(on: data ?? "").claim)
  }
}
