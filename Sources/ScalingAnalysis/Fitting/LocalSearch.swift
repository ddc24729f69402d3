internal import LeastSquares

/// Follows starting shapes to their minima and keeps the best.
///
/// A family that is smooth in its shape is followed from the given starts over its whole box; one
/// with kinks is searched in every smooth piece, so that a minimum on a kink is found as the
/// common edge of two pieces.
struct LocalSearch {
  private let bounds: [ClosedRange<Double>]
  private let pieces: [[ClosedRange<Double>]]

  private let rounding: Double

  init(_ model: any CurveModel, _ data: CurveData) {
    bounds = model.shapeBounds(for: data)
    rounding = FitStatistics.rounding(of: data)
    pieces = model.smoothPieces(for: data)
  }

  /// Whether minima may lie on kinks, where no gradient vanishes.
  var hasKinks: Bool { !pieces.isEmpty }

  /// How many searches `minimum(from:)` makes for that many starts.
  func searchCount(starts: Int) -> Int { hasKinks ? pieces.count : starts }

  /// The best minimum that the searches reach.
  func minimum(
    from starts: [[Double]], _ reduced: VariableProjection, tolerance: Double = 1e-12
  ) -> VariableProjection.Minimum? {
    let minima =
      hasKinks
      ? promisingPieces(reduced).map { minimum(inPiece: $0, reduced, tolerance: tolerance) }
      : starts.map { reduced.minimize(from: $0, bounds: bounds, tolerance: tolerance) }
    // Of minima that differ by rounding, the one of the earliest start.
    return minima.reduce(nil) { best, next in
      guard let best, best.residualSumOfSquares.isFinite else { return next }
      let doubt = FitStatistics.doubt(best.residualSumOfSquares, rounding: rounding)
      return next.residualSumOfSquares < best.residualSumOfSquares - doubt ? next : best
    }
  }

  /// Pieces that are all searched; of more, only those around the best of an even choice.
  private static let piecesSearched = 200

  /// The pieces worth searching: all of a few, or the neighbours of the best of an even choice.
  private func promisingPieces(_ reduced: VariableProjection) -> [[ClosedRange<Double>]] {
    guard pieces.count > Self.piecesSearched else { return pieces }
    let stride = (pieces.count + Self.piecesSearched - 1) / Self.piecesSearched
    let chosen = Swift.stride(from: 0, to: pieces.count, by: stride).map { index in
      let middle = pieces[index].map { ($0.lowerBound + $0.upperBound) / 2 }
      return (index: index, rss: reduced.residualSumOfSquares(at: middle))
    }
    let best = chosen.sorted { ($0.rss, $0.index) < ($1.rss, $1.index) }.prefix(3)
    let around = Set(
      best.flatMap { max(0, $0.index - stride)..<min(pieces.count, $0.index + stride + 1) })
    return around.sorted().map { pieces[$0] }
  }

  /// At the edge of a piece the slope belongs to the neighbour and need not vanish: ending
  /// because no step inside the piece improves counts as an optimum of the piece.
  private func minimum(
    inPiece piece: [ClosedRange<Double>], _ reduced: VariableProjection, tolerance: Double
  ) -> VariableProjection.Minimum {
    let limit = 100
    var minimum = reduced.minimize(
      from: piece.map { ($0.lowerBound + $0.upperBound) / 2 }, bounds: piece,
      tolerance: tolerance, maximumIterations: limit)
    minimum.isConverged = minimum.residualSumOfSquares.isFinite && minimum.iterations < limit
    return minimum
  }
}
