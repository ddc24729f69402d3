import Testing

@testable import LeastSquares

@Suite struct TangentPlaneTests {
  static let problem = ExponentialDecay(x: [0, 1, 2, 3, 5])
  static let response = [2.0, 1.21, 0.75, 0.44, 0.16]

  @Test(arguments: [nil, [1, 2, 1, 3, 1]])
  func `its variances are those of the decomposed Jacobian`(_ counts: [Int]?) throws {
    let reduced = VariableProjection(Self.problem, response: Self.response)
    if let counts { reduced.setCounts(counts) }
    let shape = [0.45]
    _ = reduced.residualSumOfSquares(at: shape)
    let plane = TangentPlane(reduced)
    plane.move(to: shape, free: [0])
    #expect(plane.count == 2)

    var basis = Array(repeating: 0.0, count: 5)
    var offset = basis
    Self.problem.fillBasis(shape: shape, basis: &basis, offset: &offset)
    let linear = reduced.linear[0]
    let roots = (counts ?? [1, 1, 1, 1, 1]).map { Double($0).squareRoot() }
    let slopes = zip(Self.problem.x, basis).map { -linear * $1 * $0 }
    let columns = [basis, slopes].map { column in zip(column, roots).map { $0 * $1 } }
    let gram = try #require(JacobianDecomposition(columns: columns).inverseGram)
    let gradients: [[Double]] = [[1, 0], [0, 1], [2, -3]]
    for gradient in gradients {
      var expected = 0.0
      for a in 0..<2 {
        for b in 0..<2 { expected += gradient[a] * gram[a][b] * gradient[b] }
      }
      let variance = try #require(plane.variance(gradient: gradient))
      #expect(abs(variance / expected - 1) < 1e-10)
    }
  }

  @Test func `at the minimum no residual lies in it, elsewhere some does`() {
    let reduced = VariableProjection(Self.problem, response: Self.response)
    let plane = TangentPlane(reduced)
    let minimum = reduced.minimize(from: [0.1], bounds: [0...3])
    let share = { (shape: [Double]) in
      let rss = reduced.residualSumOfSquares(at: shape)
      plane.move(to: shape, free: [0])
      return plane.projection(1) * plane.projection(1) / rss
    }
    #expect(share(minimum.shape) < 1e-10)
    #expect(share([0.2]) > 0.1)
  }

  @Test func `a parameter that is held is left out`() throws {
    let reduced = VariableProjection(Self.problem, response: Self.response)
    _ = reduced.residualSumOfSquares(at: [0.45])
    let plane = TangentPlane(reduced)
    plane.move(to: [0.45], free: [])
    let alone = try #require(plane.variance(gradient: [1]))
    plane.move(to: [0.45], free: [0])
    #expect(try #require(plane.variance(gradient: [1, 0])) > alone)
  }

  @Test func `columns that cannot be told apart have no variance`() {
    let flat = ExponentialDecay(x: [0, 0, 0, 0, 0])
    let reduced = VariableProjection(flat, response: Self.response)
    _ = reduced.residualSumOfSquares(at: [0.45])
    let plane = TangentPlane(reduced)
    plane.move(to: [0.45], free: [0])
    #expect(plane.variance(gradient: [1, 0]) == nil)
  }
}
