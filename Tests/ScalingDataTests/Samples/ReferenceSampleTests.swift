import Testing

@testable import ScalingData

/// Samples that users have, where a copy is at hand: `SCALING_REFERENCE` names the folder.
@Suite(
  .enabled(
    if: ReferenceTableTests.isPresent,
    "SCALING_REFERENCE does not name a folder of reference tables")
)
struct ReferenceSampleTests {
  private func table(
    _ paths: [String], change: (inout SampleRequest) -> Void = { _ in }
  ) throws -> SampleTable {
    var request = SampleRequest(
      inputs: paths.map { .file(ReferenceTableTests.folder + "/" + $0) }, threads: 2)
    change(&request)
    return try SampleTable(reading: request)
  }

  private func passAt1(_ group: SampleGroup) -> Double {
    group.questions.reduce(0) { $0 + Double($1.correctCount) / Double($1.sampleCount) }
      / Double(group.questions.count)
  }

  @Test func lastLetters() throws {
    let table = try table(["esc-last-letters-votes/votes.csv"]) { $0.unparsed = ["UNPARSED"] }
    let questions = table.groups[0].questions
    #expect(table.roles.wide.count == 40)
    #expect(questions.count == 500)
    #expect(abs(passAt1(table.groups[0]) - 0.80360) < 1e-9)
    #expect(questions.count { $0.correctCount > 0 } == 463)
    #expect(questions.reduce(0) { $0 + $1.unparsedCount } == 73)
  }

  @Test func counts() throws {
    let pythia = try table(["llmonkeys-pythia-math/counts.csv"])
    #expect(pythia.groups[0].name == "Pythia 70M")
    #expect(pythia.groups.allSatisfy { $0.questions.count == 128 })
    let aime = try table(["formats/passk-counts/base.jsonl", "formats/passk-counts/rl.jsonl"]) {
      $0.conditions = [RowCondition(column: "source", .equal, "aime24")]
    }
    #expect(aime.groups.map(\.name) == ["base", "rl"])
    #expect(abs(passAt1(aime.groups[0]) - 0.2901) < 5e-5)
    #expect(abs(passAt1(aime.groups[1]) - 0.4102) < 5e-5)
  }

  @Test func humanEval() throws {
    let folder = "formats/humaneval-jsonl/"
    let table = try table([
      folder + "samples_gpt-4o-2024-05-13.jsonl_results.nocompletion.jsonl",
      folder + "samples_llama3-8b-instruct-fp16.jsonl_results.nocompletion.jsonl",
    ])
    #expect(table.groups.map(\.questions.count) == [57, 57])
    #expect(table.groups.flatMap(\.questions).allSatisfy { $0.sampleCount == 10 })
    #expect(table.groups[0].questions.reduce(0) { $0 + $1.correctCount } == 290)
  }

  @Test func samplesWithUsage() throws {
    let table = try table(["formats/jsonl-per-sample-usage/mgsm_gemini_flash_1_5.jsonl"])
    let questions = table.groups[0].questions
    #expect(abs(passAt1(table.groups[0]) - 0.92) < 1e-9)
    #expect(questions.reduce(0) { $0 + ($1.outputTokens?.sum ?? 0) } == 12_604)
    #expect(abs(questions.reduce(0) { $0 + ($1.cost?.sum ?? 0) } - 0.0045453) < 1e-7)
  }
}
