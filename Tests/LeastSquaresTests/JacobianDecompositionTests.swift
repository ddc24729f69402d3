import Testing

@testable import LeastSquares

@Suite struct JacobianDecompositionTests {
  @Test func `the covariance of a line is the textbook one`() throws {
    let x = [1.0, 2, 4, 7]
    let decomposition = JacobianDecomposition(columns: [x.map { _ in 1 }, x])
    let gram = try #require(decomposition.inverseGram)
    // Σx = 14, Σx² = 70, n = 4: the determinant of XᵀX is 84.
    #expect(abs(gram[0][0] - 70.0 / 84) < 1e-14)
    #expect(abs(gram[0][1] + 14.0 / 84) < 1e-14)
    #expect(abs(gram[1][1] - 4.0 / 84) < 1e-14)
  }

  @Test func `leverages add up to the number of columns`() {
    let decomposition = JacobianDecomposition(columns: [
      [1, 1, 1, 1, 1], [0, 1, 2, 3, 9], [1, 0, 4, 2, 5],
    ])
    #expect(abs(decomposition.leverages.reduce(0, +) - 3) < 1e-12)
    #expect(decomposition.leverages.allSatisfy { (0...1).contains($0) })
  }

  @Test(arguments: [
    [[1.0, 1, 1], [2, 2, 2]], [[1, 2, 3], [0, 0, 0]], [[1, 2, .nan], [1, 1, 1]],
    [[1, 2], [1, 3], [2, 4]],
  ])
  func `columns that cannot be told apart have no covariance, and nothing aborts`(
    _ columns: [[Double]]
  ) {
    let decomposition = JacobianDecomposition(columns: columns)
    #expect(decomposition.inverseGram == nil)
    #expect(decomposition.reciprocalCondition < JacobianDecomposition.unidentifiable)
  }

  @Test func `units of a column do not change the condition`() {
    let columns = [[1.0, 1, 1, 1], [1, 2, 4, 7]]
    let huge = [columns[0], columns[1].map { $0 * 1e200 }]
    let a = JacobianDecomposition(columns: columns).reciprocalCondition
    let b = JacobianDecomposition(columns: huge).reciprocalCondition
    #expect(abs(a - b) < 1e-14)
  }

  @Test func `no columns and no rows are harmless`() {
    #expect(JacobianDecomposition(columns: []).inverseGram == nil)
    #expect(JacobianDecomposition(columns: [[]]).inverseGram == nil)
  }
}
