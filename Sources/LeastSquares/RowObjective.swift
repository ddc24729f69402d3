/// What a fit makes as small as it can where that is no sum of squares: a loss for each row, of
/// its response and its fitted value.
///
/// The rows are weighed anew at each fitted curve so that weighted least squares has the same
/// gradient as the losses: with fitted value f and response y, the weight w has
/// d loss/d f = −2·w·(y − f). Iterating this is Fisher's scoring for binomial counts (McCullagh
/// and Nelder 1989, §2.5) and Huber's weights for robust losses (Huber 1981, §7.8).
public protocol RowObjective: Sendable {
  /// Writes the root weight and the loss of every row at fitted values.
  func weigh(
    response: UnsafePointer<Double>, fitted: UnsafePointer<Double>, count: Int,
    rootWeights: UnsafeMutablePointer<Double>, losses: UnsafeMutablePointer<Double>)

  /// A convex objective whose minimum is near this one's and found from anywhere, where this one
  /// has several minima; its linear coefficients are where the search for this one's starts.
  var approach: (any RowObjective)? { get }
}

extension RowObjective {
  /// The root weights and the losses of every row at fitted values.
  public func weighed(
    response: [Double], fitted: [Double]
  ) -> (rootWeights: [Double], losses: [Double]) {
    var rootWeights = fitted
    var losses = fitted
    weigh(
      response: response, fitted: fitted, count: fitted.count, rootWeights: &rootWeights,
      losses: &losses)
    return (rootWeights, losses)
  }

  /// The sum of the losses at fitted values.
  public func total(response: [Double], fitted: [Double]) -> Double {
    weighed(response: response, fitted: fitted).losses.reduce(0, +)
  }
}
