internal import ScalingAnalysis
public import ScalingClaims
public import ScalingData

/// Everything `scaling plan` knows: what to measure so that a claim on a shape is decided.
public struct PlanReport: Sendable {
  /// The table with the points so far.
  public let table: SeriesTable
  /// What is to be decided.
  public let claim: ShapeClaim
  /// What the plan was looked for with.
  public let settings: PlanSettings
  /// The plan.
  public let plan: ShapePlan

  /// Looks for a plan; the result is the same for any number of threads.
  ///
  /// - Throws: `ClaimError` when the points do not allow one.
  public init(
    _ table: SeriesTable, _ series: Series, _ claim: ShapeClaim, settings: PlanSettings,
    progress: (Double) -> Void = { _ in }
  ) throws(ClaimError) {
    self.table = table
    self.claim = claim
    self.settings = settings
    plan = try ShapePlan(
      CurveData(series, isAccuracy: table.y.unit != .number), claim, settings: settings,
      progress: progress)
  }
}
