import Testing

@testable import ScalingAnalysis

/// Training against inference along a curve of equal loss.
struct LawTradeoffTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var law: String
    var span: (saved: Double, paid: Double)
    var paid: [Double?]
    var testDescription: String { law }
  }

  /// Recomputed from the published coefficients; the span goes up to 6 orders of magnitude of
  /// training for one of inference, the savings are 0.3, 0.5, 0.8 and 1 order.
  static let published = [
    Row(
      law: "hoffmann-2022-rounded", span: (0.811, 1.222), paid: [0.081, 0.278, 1.158, 4.931]),
    Row(law: "hoffmann-2022", span: (0.803, 1.207), paid: [0.082, 0.282, 1.190, 6.858]),
    Row(law: "besiroglu-2024", span: (0.675, 0.993), paid: [0.099, 0.366, 2.629, nil]),
  ]

  @Test("spans and prices of published laws, impossible savings included", arguments: published)
  func table(row: Row) throws {
    let tradeoff = try LawTradeoff(try #require(PublishedLaw.named(row.law)).law)
    let end = tradeoff.point(rate: 6)
    #expect(abs(end.inferenceSaved - row.span.saved) < 1e-3)
    #expect(abs(end.trainingPaid - row.span.paid) < 1e-3)
    for (orders, paid) in zip([0.3, 0.5, 0.8, 1], row.paid) {
      let point = tradeoff.point(savingInference: orders)
      #expect((point == nil) == (paid == nil))
      if let point, let paid { #expect(abs(point.trainingPaid - paid) < 1e-3) }
    }
  }

  @Test("no rate is too large for finite figures")
  func largeRate() throws {
    let tradeoff = try LawTradeoff(try #require(PublishedLaw.named("besiroglu-2024")).law)
    let point = tradeoff.point(rate: 1e30)
    #expect(point.trainingPaid.isFinite)
    #expect(point.inferenceSaved.isNear(tradeoff.mostInferenceSaved, 1e-9))
    #expect(point.trainingPaid > tradeoff.point(rate: 1e12).trainingPaid)
  }

  static let laws = [
    TrainingLaw(.hoffmann, coefficients: [406.4, 410.7, 1.69, 0.34, 0.28]),
    TrainingLaw(.hoffmann, coefficients: [50, 900, 1.2, 0.2, 0.5]),
    TrainingLaw(.tied, coefficients: [300, 500, 1.5, 0.3]),
    TrainingLaw(.kaplan, coefficients: [8.8e13, 5.4e13, 0.076, 0.095]),
  ]

  @Test(
    "the loss of the law is equal along the curve, and its computes are the ones said",
    arguments: laws)
  func equalLoss(law: TrainingLaw) throws {
    let tradeoff = try LawTradeoff(law)
    let optimum = try #require(law.optimum(compute: 1e22))
    for share in [0.3, tradeoff.optimalShare, 0.7, 0.95] {
      let point = tradeoff.point(share: share)
      let model = try #require(tradeoff.model(at: point, loss: optimum.loss))
      #expect(law.loss(model.parameters, model.tokens).isNear(optimum.loss, 1e-9))
      #expect(
        (model.trainingCompute / 1e22).isNear(raise(10, to: point.trainingPaid), 1e-6))
      #expect(
        (model.parameters / optimum.parameters).isNear(raise(10, to: -point.inferenceSaved), 1e-6))
    }
  }

  @Test("the rate is the slope of the curve, by differences of the law itself", arguments: laws)
  func rate(law: TrainingLaw) throws {
    let tradeoff = try LawTradeoff(law)
    for share in [0.2, 0.6, 0.9] {
      let (one, other) = (tradeoff.point(share: share - 1e-5), tradeoff.point(share: share + 1e-5))
      let slope =
        (other.trainingPaid - one.trainingPaid) / (other.inferenceSaved - one.inferenceSaved)
      #expect(abs(slope - tradeoff.rate(share: share)) < 1e-4)
    }
    #expect(tradeoff.rate(share: tradeoff.point(rate: 3).share).isNear(3, 1e-9))
  }

  @Test("paying for what a saving costs saves it again")
  func reverse() throws {
    let tradeoff = try LawTradeoff(Self.laws[0])
    let saved = try #require(tradeoff.point(savingInference: 0.6))
    #expect(tradeoff.point(payingTraining: saved.trainingPaid).inferenceSaved.isNear(0.6, 1e-9))
    #expect(tradeoff.point(savingInference: tradeoff.mostInferenceSaved * 1.001) == nil)
    #expect(tradeoff.point(savingInference: tradeoff.mostInferenceSaved * 0.999) != nil)
  }

  @Test(
    "a law under which nothing can be traded is refused",
    arguments: [
      (
        TrainingLaw(.hoffmann, coefficients: [1, 1, 1, -0.1, 0.3]), "exponent alpha (of N) is -0.1"
      ),
      (TrainingLaw(.hoffmann, coefficients: [1, 1, 1, 0.1, 0]), "exponent beta (of D) is 0, but"),
      (
        TrainingLaw(.hoffmann, coefficients: [1, 0, 1, 0.1, 0.3]), "term of D has the factor 0, but"
      ),
      (TrainingLaw(.power, coefficients: [1, 1, 0.1]), "no terms of N and D to trade"),
    ])
  func refusals(law: TrainingLaw, message: String) {
    let error = #expect(throws: FitError.self) { try LawTradeoff(law) }
    #expect(error?.description.contains(message) == true)
  }
}
