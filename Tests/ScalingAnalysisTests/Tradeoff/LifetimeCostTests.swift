import Testing

@testable import ScalingAnalysis

/// Training once plus inference for a demand.
struct LifetimeCostTests {
  static let law = LawTradeoffTests.laws[0]

  @Test("no other model of the loss costs less", arguments: [1e9, 1e12, 1e14], [1, 3.0])
  func least(demand: Double, price: Double) throws {
    let cost = try LifetimeCost(try LawTradeoff(Self.law), loss: 2, inferencePrice: price)
    let best = try #require(cost.best(demand: demand))
    let least = best.training + price * best.inference
    for step in 1..<400 {
      let point = cost.tradeoff.point(share: Double(step) / 400)
      let other = try #require(cost.split(point, demand: demand))
      #expect(other.training + price * other.inference >= least * (1 - 1e-12))
    }
    #expect(Self.law.loss(best.model.parameters, best.model.tokens).isNear(2, 1e-9))
  }

  @Test("without demand the best model is the compute-optimal one; with more it is smaller")
  func growing() throws {
    let cost = try LifetimeCost(try LawTradeoff(Self.law), loss: 2)
    let optimal = try #require(cost.computeOptimal(demand: 0)).model.parameters
    let sizes = try [0, 1e11, 1e12, 1e13].map {
      try #require(cost.best(demand: $0)).model.parameters
    }
    #expect(sizes[0].isNear(optimal, 1e-6))
    #expect(sizes == sizes.sorted(by: >))
  }

  @Test("at the break-even demand both models cost the same")
  func breakEven() throws {
    let cost = try LifetimeCost(try LawTradeoff(Self.law), loss: 2, inferencePrice: 2)
    let point = try #require(cost.tradeoff.point(savingInference: 0.5))
    let demand = try #require(cost.breakEven(point))
    let (small, optimal) = (
      try #require(cost.split(point, demand: demand)),
      try #require(cost.computeOptimal(demand: demand))
    )
    #expect(
      (small.training + 2 * small.inference).isNear(optimal.training + 2 * optimal.inference, 1e-9))
  }

  @Test("a loss below what no compute removes is not reached at any compute")
  func unreachable() throws {
    let tradeoff = try LawTradeoff(Self.law)
    let error = #expect(throws: FitError.self) { try LifetimeCost(tradeoff, loss: 1.69) }
    #expect(error?.description.contains("not reached at any compute") == true)
  }
}
