import Testing

@testable import ScalingData

@Suite struct SampleTableReadingTests {
  static let plain = """
    problem,sample,answer,correct,tokens
    p1,0,12,1,100
    p1,1,"(1, 2)",0,200
    p2,0,7,0,50
    p1,2,12,1,
    p2,1,8,0,70
    """

  @Test func rowsAreCountedPerQuestionAndAnswer() throws {
    let table = try samples(Self.plain)
    #expect(table.groups.map(\.name) == ["votes"])
    let questions = table.groups[0].questions
    #expect(questions.map(\.name) == ["p1", "p2"])
    #expect(questions.map(\.summary) == ["12 x2 right, (1, 2) x1", "7 x1, 8 x1"])
    #expect(questions.map(\.sampleCount) == [3, 2])
    #expect(questions.map(\.correctCount) == [2, 0])
    #expect(questions[0].outputTokens == Moments(count: 2, sum: 300, sumOfSquares: 50_000))
    #expect(questions[0].inputTokens == nil)
    #expect(questions[0].sequence.isEmpty)
  }

  @Test func guessedRolesAreOneNote() throws {
    let table = try samples(Self.plain)
    #expect(
      table.notes == [
        """
        question = problem, answer = answer, correct = correct, output tokens = tokens, sample \
        id = sample (guessed from the names of the columns; choose others with --question, \
        --answer, --correct, --tokens, --sample-id)
        """,
        "questions have different numbers of samples, 2 to 3",
        "tokens is missing for 1 of 5 samples: means of a question are over its others",
      ])
    #expect(table.roles.question == ColumnChoice(column: "problem", origin: .guessed))
  }

  @Test func theSequenceIsKeptInTheOrderOfTheFile() throws {
    let table = try samples(Self.plain) { $0.needsSequence = true }
    #expect(table.groups[0].questions.map(\.sequence) == [[0, 1, 0], [0, 1]])
    #expect(table.groups[0].questions[0].correctness == [true, false, true])
  }

  @Test func scoresAreSummedPerAnswerAndKept() throws {
    let table = try samples("q,answer,correct,reward\na,1,1,0.5\na,2,0,-1\na,1,1,0.25\n") {
      $0.question = "q"
    }
    let question = table.groups[0].questions[0]
    #expect(question.scores == [0.5, -1, 0.25])
    #expect(question.sequence == [0, 1, 0])
    #expect(question.answers.map(\.scoreSum) == [0.75, -1])
  }

  @Test func tablesWithoutAnswersKnowRightAndWrongOnly() throws {
    let table = try samples("task_id,passed\na,true\na,false\nb,False\n") {
      $0.needsSequence = true
    }
    let questions = table.groups[0].questions
    #expect(questions.map(\.answers.count) == [0, 0])
    #expect(questions.map(\.correctCount) == [1, 0])
    #expect(questions[0].correctness == [true, false])
  }

  @Test func groupingColumnsMakeGroups() throws {
    let text = """
      model,temperature,question,answer,correct
      a,0.5,q1,x,yes
      a,1,q1,y,no
      a,0.5,q1,x,yes
      b,0.5,q1,y,no
      """
    let table = try samples(text)
    #expect(table.groups.map(\.name) == ["a, 0.5", "a, 1", "b, 0.5"])
    #expect(table.groups[0].questions[0].summary == "x x2 right")
    let together = try samples(text) { $0.series = [] }
    #expect(together.groups.map { $0.questions[0].summary } == ["x x2 right, y x2"])
    let oneModel = try samples(text) {
      $0.conditions = [try RowCondition("model=b")]
    }
    #expect(oneModel.groups.map(\.name) == ["b, 0.5"])
    #expect(oneModel.notes.contains("1 of 4 rows meet the conditions"))
  }

  @Test(arguments: [
    ("question_id,truth,s01,s02,s03\n1,Yes,yes,no,\n2,B, b ,c,b\n", ["s01", "s02", "s03"]),
    ("id,gold,vote 1,vote 2,vote 3\n1,YES,yes,no,\n2,b,b,c,b\n", ["vote 1", "vote 2", "vote 3"]),
  ])
  func wideTablesAreRecognised(text: String, columns: [String]) throws {
    let table = try samples(text) { $0.needsSequence = true }
    #expect(table.roles.wide.map(\.column) == columns)
    let questions = table.groups[0].questions
    #expect(questions.map(\.summary) == ["yes x1 right, no x1", "b x2 right, c x1"])
    #expect(questions.map(\.sampleCount) == [3, 3])
    #expect(questions.map(\.unparsedCount) == [1, 0])
    #expect(questions.map(\.sequence) == [[0, 1, -1], [0, 1, 0]])
  }

  @Test(arguments: [["x_*"], ["x_1..x_b"], ["x_1", "x_b"]])
  func wideColumnsMayBeNamed(list: [String]) throws {
    let table = try samples("id,truth,x_1,x_b,other\n1,a,a,b,c\n") { $0.wide = list }
    #expect(table.groups[0].questions[0].summary == "a x1 right, b x1")
  }

  @Test func countsOfAnswersAreRead() throws {
    let table = try samples("problem,answer,count,correct\np,12,30,1\np,13,10,0\nq,,4,\nq,1,6,0\n")
    #expect(table.groups[0].questions.map(\.summary) == ["12 x30 right, 13 x10", "1 x6"])
    #expect(table.groups[0].questions.map(\.sampleCount) == [40, 10])
    #expect(table.groups[0].questions[1].unparsedCount == 4)
  }

  @Test(arguments: [
    "model,problem_idx,n_samples,n_correct\nm,7,100,3\nm,8,50,50\n",
    "model,task_id,n,c\nm,7,100,3\nm,8,50,50\n",
  ])
  func countsOfQuestionsAreRead(text: String) throws {
    let table = try samples(text)
    #expect(table.groups.map(\.name) == ["m"])
    #expect(table.groups[0].questions.map(\.name) == ["7", "8"])
    #expect(table.groups[0].questions.map(\.sampleCount) == [100, 50])
    #expect(table.groups[0].questions.map(\.correctCount) == [3, 50])
  }

  @Test func filesWithoutAModelColumnAreGroups() throws {
    let first = try TemporaryTable("id,answer,correct\n1,a,1\n", name: "one.csv")
    let second = try TemporaryTable("correct,answer,id\n0,b,1\n", name: "two.csv")
    var request = SampleRequest(inputs: [first.location, second.location])
    let table = try SampleTable(reading: request)
    #expect(table.groups.map(\.name) == ["one", "two"])
    #expect(table.inputs.map(\.rows) == [1, 1])
    request.series = []
    let together = try SampleTable(reading: request)
    #expect(together.groups.map { $0.questions[0].summary } == ["a x1 right, b x1"])
  }

  @Test func jsonLinesAndCSVGiveTheSameCounts() throws {
    let lines = """
      {"problem": "p1", "sample": 0, "answer": 12, "correct": true, "usage": {"tokens": 100}}
      {"problem": "p1", "sample": 1, "answer": "(1, 2)", "correct": false, "usage": {"tokens": 200}}

      {"problem": "p2", "sample": 0, "answer": "7", "correct": false, "usage": {"tokens": 50}}
      {"problem": "p1", "sample": 2, "answer": "12", "correct": true, "usage": {"tokens": null}}
      {"problem": "p2", "sample": 1, "answer": 8, "correct": 0, "usage": {"tokens": 70}}
      """
    let json = try samples(lines, name: "votes.jsonl")
    #expect(json.groups == (try samples(Self.plain)).groups)
    #expect(json.roles.outputTokens?.column == "usage.tokens")
  }

  @Test(arguments: [1, 2, 3, 5])
  func threadsAndBlocksDoNotChangeTheResult(threads: Int) throws {
    var random = SeededGenerator(seed: 5)
    var lines = ["model,id,sample,answer,correct,tokens"]
    var next: [Int: Int] = [:]
    for _ in 0..<3_000 {
      let question = Int.random(in: 0..<40, using: &random)
      let answer = Int.random(in: 0..<6, using: &random)
      let sample = next[question, default: 0]
      next[question] = sample + 1
      lines.append(
        "m\(question % 2),\(question),\(sample),a\(answer),\(answer == 2 ? 1 : 0),\(sample * 7)")
    }
    let text = lines.joined(separator: "\n")
    let whole = try samples(text) { $0.needsSequence = true }
    let cut = try samples(text, limits: ReadingLimits(blockSize: 300)) {
      $0.needsSequence = true
      $0.threads = threads
    }
    #expect(cut.groups == whole.groups)
    #expect(cut.notes == whole.notes)
    #expect(whole.groups.reduce(0) { $0 + $1.questions.count } == 40)
  }

  @Test func truthIsComparedInANormalForm() throws {
    let text = """
      question,answer,truth
      a,0.50,.5
      a,5e-1,.5
      a,1/2,.5
      b,"1,000",1000
      b,  One   Thousand ,1000
      c,PARIS,Paris
      c,paris,Paris
      """
    let table = try samples(text)
    #expect(
      table.groups[0].questions.map(\.summary) == [
        "0.50 x2 right, 1/2 x1", "1,000 x1 right, One   Thousand x1", "PARIS x2 right",
      ])
  }

  @Test(arguments: [
    ("0", "00"), ("7", "07"), ("12345678", "012345678"), ("99999999", "100000000"), ("1", "1.0"),
    ("1", "x1"),
  ])
  func sampleIDsAreComparedAsWritten(first: String, second: String) throws {
    let rows = [first, second].map { "1,\($0),a,1\n" }
    #expect(try samples("id,sample,answer,correct\n" + rows.joined()).groups.count == 1)
    for repeated in [first, second, " \(first)", "\(second) ", "\"\(first)\""] {
      let text = "id,sample,answer,correct\n" + rows.joined() + "1,\(repeated),a,1\n"
      for blockSize in [8, 1 << 20] {
        let limits = ReadingLimits(blockSize: blockSize)
        #expect(try samplesMessage([text], limits: limits).contains("line 4, column \"sample\""))
      }
    }
  }

  @Test func spacesAroundCellsMeanNothing() throws {
    let spaced = Self.plain.split(separator: "\n").map { line in
      line.contains("\"")
        ? String(line)
        : line.split(separator: ",", omittingEmptySubsequences: false).joined(separator: " , ")
          + " "
    }
    #expect(
      try samples(spaced.joined(separator: "\n")).groups == (try samples(Self.plain).groups))
  }

  @Test(arguments: [
    ("12345678", 12_345_678.0), ("123456789", 123_456_789), ("0.5", 0.5), ("1e3", 1000),
    ("$3", 3), (" 4", 4),
  ])
  func amountsOfAnyFormAreSummed(cell: String, value: Double) throws {
    let table = try samples("id,answer,correct,tokens\n1,a,1,\(cell)\n1,a,1,2\n1,b,0,\n")
    let tokens = table.groups[0].questions[0].outputTokens
    #expect(
      tokens == Moments(count: 2, sum: value + 2, sumOfSquares: value * value + 4))
  }

  @Test(arguments: [("1", "0"), ("TRUE", "False"), ("yes", "No"), ("1.0", "0.0"), (" 1", "0 ")])
  func verdictsAreDigitsOrWords(right: String, wrong: String) throws {
    let table = try samples("id,answer,correct\n1,a,\(right)\n1,b,\(wrong)\n1,a,\(right)\n")
    #expect(table.groups[0].questions[0].summary == "a x2 right, b x1")
  }
}
