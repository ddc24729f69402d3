import Foundation
import ScalingData
import Testing

@testable import ScalingAnalysis

/// Long series are reduced to means that keep the curve, its uncertainty and its place.
struct CondensedTableTests {
  private func table(_ points: [Observation], _ more: [Observation] = []) -> SeriesTable {
    SeriesTable(
      inputs: [], roles: TableRoles(x: nil, y: nil),
      x: AxisDescription(column: "x", title: "x", quantity: .other),
      y: ValueDescription(column: "y", unit: .number, title: "y"),
      series: [Series(name: "long", observations: points)]
        + (more.isEmpty ? [] : [Series(name: "short", observations: more)]))
  }

  private func limits(_ points: Int) -> CondensedTable.Limits {
    .init(series: 10, points: points, total: 100_000)
  }

  private func points(_ count: Int, distinct: Int? = nil) -> [Observation] {
    var random = RandomSource(seed: 3, stream: 0)
    return (0..<count).map { index in
      let place = distinct.map { Double(index % $0) } ?? 16 * random.unit()
      return Observation(
        x: exp2(place), y: 1 + 0.5 * place + 0.2 * random.normal(), line: index + 2)
    }
  }

  @Test("a table of short series stays as it is")
  func short() {
    let table = table(points(500))
    let condensed = CondensedTable(table, limits: limits(500), weights: nil, noise: .gaussian)
    #expect(condensed.table == table && condensed.note == nil && condensed.weights == nil)
  }

  @Test(
    "the curve through the means is that through the points, with as wide an interval",
    arguments: [nil, 5, 40])
  func sameCurve(distinct: Int?) throws {
    let table = table(points(20_000, distinct: distinct))
    let condensed = CondensedTable(table, limits: limits(400), weights: nil, noise: .gaussian)
    #expect(condensed.pointCount == 20_000 && condensed.weights == .relative)
    let means = condensed.table.series[0]
    #expect((100...201).contains(means.observations.count))
    #expect(abs(means.observations.reduce(0) { $0 + ($1.weight ?? 0) } - 20_000) < 1e-6)
    let all = try LogLinearModel().fit(to: CurveData(table.series[0], isAccuracy: false))
    let few = try LogLinearModel().fit(
      to: CurveData(means, isAccuracy: false, weights: .relative))
    let name = "slopePerDoubling"
    let (exact, reduced) = (
      try #require(all.coefficient(name)), try #require(few.coefficient(name))
    )
    let error = try #require(exact.standardError)
    #expect(abs(try #require(exact.estimate) - (try #require(reduced.estimate))) < error / 4)
    #expect((0.7...1.4).contains(try #require(reduced.standardError) / error))
  }

  @Test("at one x the order of the rows does not matter to the spread")
  func sortedRows() throws {
    let sorted = points(20_000, distinct: 5).sorted { ($0.x, $0.y) < ($1.x, $1.y) }
    let condensed = CondensedTable(
      table(sorted), limits: limits(400), weights: nil, noise: .gaussian)
    let fit = try LogLinearModel().fit(
      to: CurveData(condensed.table.series[0], isAccuracy: false, weights: .relative))
    #expect((0.17...0.23).contains(try #require(fit.statistics.residualStandardError)))
  }

  @Test("short series beside a long one have weights of one, and what is held out stays so")
  func mixed() {
    let held = points(1_000).enumerated().map { index, point in
      Observation(x: point.x, y: point.y, isHeldOut: index % 4 == 0)
    }
    let condensed = CondensedTable(
      table(held, points(3)), limits: limits(400), weights: nil, noise: .gaussian)
    #expect(condensed.table.series[1].observations.map(\.weight) == [1, 1, 1])
    let out = condensed.table.series[0].observations.filter(\.isHeldOut)
    #expect(abs(out.reduce(0) { $0 + ($1.weight ?? 0) } - 250) < 1e-6)
    #expect(condensed.note?.hasPrefix("1000 points of 1 series are reduced to ") == true)
  }

  @Test("of many series the first are kept, and each has its share of points")
  func manySeries() {
    let series = (0..<30).map { Series(name: "s\($0)", observations: points(200)) }
    let all = SeriesTable(
      inputs: [], roles: TableRoles(x: nil, y: nil),
      x: AxisDescription(column: "x", title: "x", quantity: .other),
      y: ValueDescription(column: "y", unit: .number, title: "y"), series: series)
    let condensed = CondensedTable(
      all, limits: .init(series: 20, points: 500, total: 1_200), weights: nil, noise: .gaussian)
    #expect(condensed.seriesCount == 30 && condensed.pointCount == 6_000)
    #expect(condensed.table.series.map(\.name) == series.prefix(20).map(\.name))
    #expect(condensed.table.series.allSatisfy { (10...31).contains($0.observations.count) })
    #expect(
      condensed.note?.hasPrefix("only the first 20 of 30 series are fitted: choose others") == true)
    #expect(condensed.note?.contains("; 4000 points of 20 series are reduced to ") == true)
  }

  @Test("known errors, weights and questions of a mean follow from those of its points")
  func precision() throws {
    let given = points(2_000, distinct: 5).map {
      Observation(x: $0.x, y: $0.y, items: 30, standardError: 0.2, weight: 2)
    }
    let reduced = { (weights: Weights.Kind?, noise: Noise) in
      CondensedTable(self.table(given), limits: self.limits(400), weights: weights, noise: noise)
    }
    let errors = reduced(.errors, .gaussian)
    let information = errors.table.series[0].observations.reduce(0) {
      $0 + 1 / pow($1.standardError ?? .nan, 2)
    }
    #expect(errors.weights == .errors && abs(information / (2_000 / 0.04) - 1) < 1e-9)
    let counts = reduced(.counts, .gaussian)
    #expect(counts.weights == .counts)
    #expect(counts.table.series[0].observations.reduce(0) { $0 + ($1.weight ?? .nan) } == 4_000)
    let binomial = reduced(nil, .binomial(overdispersed: false))
    #expect(binomial.weights == nil)
    #expect(binomial.table.series[0].observations.reduce(0) { $0 + ($1.items ?? .nan) } == 60_000)
    #expect(reduced(nil, .huber(threshold: 1.3)).weights == nil)
  }
}
