internal import ArgumentParser
internal import ScalingAnalysis
internal import ScalingReports

extension FitOptions {
  /// - Throws: `ValidationError` for options of the table and of the fit that contradict.
  func requireNoiseFor(_ table: TableOptions) throws {
    let noise = try noise()
    if let weights = try table.weights(), noise != .gaussian {
      throw ValidationError(
        "--weights \(weights.kind.rawValue)=\(weights.column) goes with gaussian noise; \(noise) "
          + "noise weighs the points itself. Leave out one of the two.")
    }
    if table.question != nil, formula != nil {
      throw ValidationError(
        "--question averages the rows of each x, which a formula over single rows does not see. "
          + "Choose families with --model, or leave out --question.")
    }
    if resample == .residuals, noise.isBinomial, bootstrap > 0 {
      throw ValidationError(
        "--resample residual moves residuals between points, but binomial noise differs from point "
          + "to point. Use --resample binomial or case.")
    }
  }
}
