import Testing

@testable import ScalingAnalysis

struct ModeRangeTests {
  private let range = ModeRange(prior: DifficultyPrior(right: 1, wrong: 1))

  private func ends(_ right: [Int], _ wrong: [Int]) -> (lowest: Double, highest: Double) {
    let ends = range.range(Ballot(right: right, wrong: wrong), around: 0.5)
    return (ends.lowest, ends.highest)
  }

  @Test(arguments: [([3], [2]), ([3], []), ([], [2])])
  func oneRightAndOneWrongAnswerLeaveNothingToAssume(_ right: [Int], _ wrong: [Int]) {
    let ends = ends(right, wrong)
    #expect(ends.lowest == 0.5 && ends.highest == 0.5)
  }

  @Test func wrongAnswersThatMayBeAlikeLiftTheHighest() {
    // As seen 6 of 12 wrong votes are of one answer, Beta(6, 13) above 1/3; if all four are alike
    // the right answer needs more than a quarter as much, which Beta(6, 13) nearly always has.
    let ends = ends([5], [6, 2, 2, 2])
    #expect(ends.lowest < 0.5 && ends.highest > 0.8)
  }

  @Test func aWrongAnswerFarAheadIsNotTakenForAnyOther() {
    let ends = ends([40], [60, 2, 1])
    let alone = self.ends([40], [60, 3])
    #expect(ends.lowest < 0.05 && ends.highest == 0.5)
    #expect(abs(ends.lowest - alone.lowest) < 1e-12)
  }

  @Test func severalRightAnswersMirrorSeveralWrongOnes() {
    let wrong = ends([5], [6, 2, 2, 2])
    let right = ends([6, 2, 2, 2], [5])
    #expect(abs(wrong.lowest - (1 - right.highest)) < 1e-12)
    #expect(abs(wrong.highest - (1 - right.lowest)) < 1e-12)
  }

  @Test func answersThatWereNotSeenCountWhereAllAreRare() {
    // Chao's estimate adds six answers to the four that were seen once each.
    let few = ends([1], [1, 1, 1, 1])
    #expect(few.highest > 0.5 && few.lowest <= 0.5)
  }
}
