/// How the starts of a fit are chosen.
public enum LawSearchMethod: String, Sendable, Codable, CaseIterable {
  /// The exponents on a grid, the factors of the terms solved for at each node, every local
  /// minimum of the grid followed by all coefficients together.
  case profile
  /// The 4,500 starts of Besiroglu et al. 2024, all coefficients from each; Hoffmann's law only.
  case grid
}

/// The search for the best coefficients of a law.
struct LawSearch: Sendable {
  let kernel: any LawKernel
  let rows: LawRows
  let objective: LawObjective
  /// Coordinates that are estimated.
  let free: [Int]
  /// All coordinates, with the fixed ones in place.
  let given: [Double]
  let threads: Int
  /// Starts that are followed beside those of the search, narrow from the outset: optima that
  /// others have published.
  var knownStarts: [[Double]] = []

  /// A local minimum above the best one.
  struct Alternative: Sendable {
    var theta: [Double]
    var value: Double
  }

  /// What a search found.
  struct Result: Sendable {
    var theta: [Double]
    var value: Double
    var converged: Bool
    var evaluations: Int
    var relativeDecrement: Double
    /// Starts followed by all coefficients together.
    var starts: Int
    /// Nodes of the grid of exponents.
    var nodes: Int
    /// How many starts ended within a millionth of the best value.
    var agreeing: Int
    /// Local minima at most a tenth above the best value, apart from it and from each other, the
    /// lowest first.
    var alternatives: [Alternative] = []
  }

  /// Nodes up to which the objective itself is minimised at each; larger grids are ranked by
  /// relative least squares.
  private static let refinedNodes = 5_000

  /// Searches the shape coordinates on a grid and descends from its local minima.
  func profile(_ grid: ShapeGrid) -> Result {
    let grid = grid.restricted(to: free)
    let count = grid.count
    let isRefined = count <= Self.refinedNodes
    let nodes = map(count) { chunk in
      nodeSolver(grid, isRefined: isRefined, chunk)
    }
    let minima = grid.localMinima(nodes.map(\.value))
      .prefix(isRefined ? 12 : 80)
    let starts = minima.map { nodes[$0].theta }
    var result = descend(
      from: withoutTerms(starts).map { Start(theta: $0, widths: []) }
        + starts.map { Start(theta: $0, widths: [30, 6, 2]) }
        + (starts + knownStarts).map { Start(theta: $0, widths: []) })
    result.nodes = count
    return result
  }

  /// Starts at which a factor is zero already: a descent in its logarithm never quite arrives. They
  /// come first, so that of equal values the zero is taken.
  private func withoutTerms(_ starts: [[Double]]) -> [[Double]] {
    starts.prefix(2).flatMap { start in
      kernel.intercepts.filter(free.contains).map { intercept in
        var theta = start
        theta[intercept] = LawFit.vanished
        return theta
      }
    }
  }

  /// Descends from every start of the published grid.
  func grid(centres: [Double]) -> Result {
    var starts: [[Double]] = []
    let factors = [0.0, 5, 10, 15, 20, 25]
    let exponents = [0.0, 0.5, 1, 1.5, 2]
    for a in factors {
      for b in factors {
        for e in [-1, -0.5, 0, 0.5, 1] {
          for alpha in exponents {
            for beta in exponents {
              starts.append([a - alpha * centres[0], b - beta * centres[1], e, alpha, beta])
            }
          }
        }
      }
    }
    return descend(from: starts.map { Start(theta: $0, widths: [1000, 100, 10, 3]) })
  }

  /// Descends from one start to the local minimum below it.
  func single(_ theta: [Double]) -> Result {
    descend(from: [Start(theta: theta, widths: [])])
  }

  /// A start, and the factors of delta on the way down from it.
  private struct Start: Sendable {
    var theta: [Double]
    var widths: [Double]
  }

  /// One thread's part of 0..<count, in order whatever the number of threads.
  private func map<Element: Sendable>(
    _ count: Int, _ body: @escaping @Sendable (Range<Int>) -> [Element]
  ) -> [Element] {
    let chunk = 64
    let parts = (count + chunk - 1) / chunk
    return parallelMap(parts, threads: threads) { part in
      body((part * chunk)..<min(count, (part + 1) * chunk))
    }.flatMap(\.self)
  }

  private struct Node: Sendable {
    var theta: [Double]
    var value: Double
  }

  private func nodeSolver(_ grid: ShapeGrid, isRefined: Bool, _ range: Range<Int>) -> [Node] {
    let inner = kernel.intercepts.filter(free.contains)
    let descent = LawDescent(kernel, rows, objective, free: inner)
    var start = InterceptStart()
    return range.map { node in
      var theta = given
      grid.fill(&theta, node: node)
      theta.withUnsafeMutableBufferPointer { buffer in
        guard let base = buffer.baseAddress, !inner.isEmpty else { return }
        start.fill(base, kernel, rows, free: inner, intercepts: kernel.intercepts)
      }
      guard isRefined else { return Node(theta: theta, value: start.value) }
      // The order of the nodes needs no more digits than this.
      let minimum = descent.minimum(
        from: theta, widths: [10, 3], tolerance: 1e-4, maximumEvaluations: 30)
      return Node(theta: minimum.theta, value: minimum.value)
    }
  }

  private func descend(from starts: [Start]) -> Result {
    let minima = parallelMap(starts.count, threads: threads) { index in
      LawDescent(kernel, rows, objective, free: free)
        .minimum(from: starts[index].theta, widths: starts[index].widths)
    }
    var result = Result(
      theta: given, value: .infinity, converged: false, evaluations: 0,
      relativeDecrement: .infinity, starts: starts.count, nodes: 0, agreeing: 0)
    for minimum in minima where minimum.value.isFinite {
      result.evaluations += minimum.evaluations
      // Of equal values the one whose search also confirmed its end.
      let isBetter =
        minimum.value < result.value * (1 - 1e-12)
        || (minimum.value <= result.value * (1 + 1e-12) && minimum.converged && !result.converged)
      if isBetter {
        result.theta = minimum.theta
        result.value = minimum.value
        result.converged = minimum.converged
        result.relativeDecrement = minimum.relativeDecrement
      }
    }
    result.agreeing = minima.count { $0.value <= result.value * (1 + 1e-6) }
    result.alternatives = alternatives(to: result, among: minima)
    return result
  }

  /// The minima that are no repetition of the best or of each other, the lowest first.
  private func alternatives(
    to best: Result, among minima: [LawDescent.Minimum]
  ) -> [Alternative] {
    var known = [Alternative(theta: best.theta, value: best.value)]
    for minimum in minima.filter(\.converged).sorted(by: { $0.value < $1.value })
    where minimum.value <= Self.alternativeShare * best.value {
      let isNew = known.allSatisfy { other in
        minimum.value > other.value * (1 + 1e-3) || isFar(minimum.theta, other.theta)
      }
      if isNew { known.append(Alternative(theta: minimum.theta, value: minimum.value)) }
    }
    return Array(known.dropFirst())
  }

  /// How far above the best value a minimum may lie to be told.
  private static let alternativeShare = 1.1

  /// Whether two minima are of equal value by coincidence and not the same: a factor, or a rate,
  /// is more than e times the other.
  private func isFar(_ one: [Double], _ other: [Double]) -> Bool {
    // Terms below a millionth of the least loss are as good as none.
    let nothing = rows.leastLogLoss - 14
    return free.contains { coordinate in
      let least = kernel.intercepts.contains(coordinate) ? nothing : -.infinity
      return abs(max(one[coordinate], least) - max(other[coordinate], least)) > 1
    }
  }
}
