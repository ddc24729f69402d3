internal import LeastSquares

/// Where a formula's shape may be: the user's start and places near it, or, without one, the
/// best of many places at magnitudes that the formula and the data suggest.
///
/// The search is the same every time. Linear parameters are solved at each place, so that only
/// the shape has to be found.
struct FormulaSearch {
  private let model: FormulaModel
  private let data: CurveData
  /// The same formula with bounded parameters solved linearly where they can be.
  private let relaxed: FormulaModel

  /// Starts that are returned at most.
  private static let kept = 24
  /// Starts of the search that are followed beside a start of the user, in case that none near
  /// it leads to the best fit.
  private static let besideGiven = 8
  /// Places that are improved one parameter at a time.
  private static let refined = 6
  /// Rows times places that are looked at, so that a large table is searched in bounded time.
  private static let budget = 4_000_000

  init(_ model: FormulaModel, _ data: CurveData) {
    self.model = model
    self.data = data
    let relaxed = ParameterConstraints(fixed: model.constraints.fixed)
    self.relaxed = (try? FormulaModel(model.source, constraints: relaxed)) ?? model
  }

  /// Whether every shape parameter has a start, so that the search looks elsewhere.
  private var isStarted: Bool {
    model.shapeParameters.allSatisfy { model.constraints.starts[$0.name] != nil }
  }

  /// Shapes to start from, in order of promise.
  func startingShapes() -> [[Double]] {
    guard !model.shapeParameters.isEmpty else { return [] }
    let given = model.shapeParameters.map { model.constraints.starts[$0.name] }
    guard given.allSatisfy({ $0 != nil }) else { return found() }
    return nearby(given.compactMap(\.self)) + found().prefix(Self.besideGiven)
  }

  /// The start itself, then places up to a factor of 2 away in every parameter.
  private func nearby(_ start: [Double]) -> [[Double]] {
    let factors = [1, 0.8, 1.25, 0.5, 2]
    var random = RandomSource(seed: 1, stream: 1)
    var result = factors.map { factor in start.map { $0 * factor } }
    for _ in 0..<8 {
      result.append(
        start.map { value in
          value == 0 ? random.normal() * 0.1 : value * exponential(0.5 * random.normal())
        })
    }
    return result.map(inside)
  }

  /// Moves a shape into its bounds.
  private func inside(_ shape: [Double]) -> [Double] {
    zip(shape, model.shapeBounds(for: data)).map { value, range in
      min(max(value, range.lowerBound), range.upperBound)
    }
  }
}

extension FormulaSearch {
  /// The best places of a random sample, improved one parameter at a time.
  private func found() -> [[Double]] {
    let problem = CurveProblem(relaxed, data)
    let reduced = VariableProjection(problem, response: data.y)
    let columns = relaxed.columnNames.map { data.column($0) ?? [] }
    let finder = FormulaRoles(relaxed.curve, columns: columns)
    let linearCount = relaxed.linearNames.count
    let roles = relaxed.shapeParameters.indices.map { finder.roles(of: linearCount + $0) }
    guard !roles.isEmpty else { return [translated([], reduced)] }

    var random = RandomSource(seed: 1, stream: 0)
    let places = min(
      320 * (roles.count + 1), max(Self.budget / max(data.count, 1) / (roles.count + 1), 64))
    var sample: [(shape: [Double], rss: Double)] = []
    for _ in 0..<places {
      let shape = roles.indices.map { draw(roles[$0], $0, &random) }
      let rss = reduced.residualSumOfSquares(at: shape)
      if rss.isFinite { sample.append((shape, rss)) }
    }
    sample.sort { $0.rss < $1.rss }
    var best = Array(sample.prefix(Self.kept))
    for index in best.indices.prefix(Self.refined) {
      improve(&best[index], roles, reduced, places: places / 8, &random)
    }
    best.sort { $0.rss < $1.rss }
    return best.map { place in
      _ = reduced.residualSumOfSquares(at: place.shape)
      return translated(place.shape, reduced)
    }
  }

  private func draw(_ roles: [FormulaRole], _ index: Int, _ random: inout RandomSource) -> Double {
    let name = relaxed.shapeParameters[index].name
    if !isStarted, let start = model.constraints.starts[name] { return start }
    let role = random.unit() < 0.1 ? .any : roles[random.index(below: roles.count)]
    let value = role.sample(&random)
    guard let range = model.constraints.bounds[name], !range.contains(value) else { return value }
    if range.lowerBound.isFinite, range.upperBound.isFinite {
      return range.lowerBound + random.unit() * (range.upperBound - range.lowerBound)
    }
    // On the wrong side of one bound: the same distance on the right side.
    let bound = range.lowerBound.isFinite ? range.lowerBound : range.upperBound
    return bound + (bound - value)
  }

  /// Tries other values of one parameter at a time, twice round.
  private func improve(
    _ place: inout (shape: [Double], rss: Double), _ roles: [[FormulaRole]],
    _ reduced: VariableProjection, places: Int, _ random: inout RandomSource
  ) {
    for _ in 0..<2 {
      for index in place.shape.indices {
        let centre = place.shape
        for _ in 0..<places / roles.count {
          var trial = centre
          trial[index] = draw(roles[index], index, &random)
          let rss = reduced.residualSumOfSquares(at: trial)
          if rss < place.rss { place = (trial, rss) }
        }
      }
    }
  }

  /// The shape of the model for a shape of the relaxed one: parameters that have bounds are
  /// taken from the linear solution and moved inside.
  private func translated(_ shape: [Double], _ reduced: VariableProjection) -> [Double] {
    if shape.isEmpty { _ = reduced.residualSumOfSquares(at: [0]) }
    let linear = Array(reduced.linear)
    return inside(
      model.shapeParameters.map { parameter in
        if let index = relaxed.shapeParameters.firstIndex(where: { $0.name == parameter.name }) {
          return shape[index]
        }
        let index = relaxed.linearNames.firstIndex(of: parameter.name)
        return index.map { linear[$0] } ?? model.constraints.starts[parameter.name] ?? 1
      })
  }
}
