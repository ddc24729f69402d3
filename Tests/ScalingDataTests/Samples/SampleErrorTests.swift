import Testing

@testable import ScalingData

/// The exact text of every refusal of samples, and of every note on doubtful ones.
@Suite struct SampleErrorTests {
  static let brokenTables: [(String, String)] = [
    (
      "id,answer,correct\n1,a,1\n1,b,0\n1,a,0\n",
      """
      votes.csv, line 4, column \"correct\": the answer \"a\" to question \"1\" is wrong here \
      and right on line 2. Correct one of the rows, or name the columns that tell models or \
      runs apart with --series.
      """
    ),
    (
      "id,sample,answer,correct\n1,0,a,1\n1,1,b,0\n2,1,b,0\n1,1,c,0\n",
      """
      votes.csv, line 5, column \"sample\": question \"1\" has a sample with this id already. \
      Remove the repeated row, name the columns that tell models or runs apart with --series, \
      or name another column with --sample-id (none for no check).
      """
    ),
    (
      "id,sample_id,answer,correct\n1,x-1,a,1\n1,x-2,b,0\n1,x-1,c,0\n",
      """
      votes.csv, line 4, column \"sample_id\": question \"1\" has a sample with this id \
      already. Remove the repeated row, name the columns that tell models or runs apart with \
      --series, or name another column with --sample-id (none for no check).
      """
    ),
    (
      "id,answer,correct\n1,a,1\n2,a,maybe\n",
      """
      votes.csv, line 3, column \"correct\": \"maybe\" says neither right nor wrong. Write true \
      or false, 1 or 0, or yes or no.
      """
    ),
    (
      "id,answer,correct\n1,a,1\n2,a,0.5\n",
      """
      votes.csv, line 3, column \"correct\": \"0.5\" says neither right nor wrong. Write true \
      or false, 1 or 0, or yes or no; a score is named with --score.
      """
    ),
    (
      "id,answer,correct\n1,a,1\n2,a,\n",
      """
      votes.csv, line 3, column \"correct\": the cell is empty. Write true or false, 1 or 0, or \
      yes or no.
      """
    ),
    (
      "id,answer,correct\n1,a,1\n,a,1\n",
      """
      votes.csv, line 3, column \"id\": the question is not named. Fill the cell, or choose \
      another column with --question.
      """
    ),
    (
      "id,answer,truth\n1,a,b\n2,a,a\n1,c,x\n",
      """
      votes.csv, line 4, column \"truth\": the true answer to question \"1\" is \"x\" here and \
      \"b\" on line 2. Correct one of them, or name the column that tells the questions apart \
      with --question.
      """
    ),
    (
      "id,answer,truth\n1,a,\n",
      """
      votes.csv, line 2, column \"truth\": the true answer to question \"1\" is missing. Fill \
      the cell, or leave the question out with --where.
      """
    ),
    (
      "id,answer,correct,tokens\n1,a,1,10\n1,a,1,9\n1,a,1,many\n",
      """
      votes.csv, line 4, column \"tokens\": \"many\" is not a number. Write a number such as \
      0.42, or leave the cell empty if it is missing.
      """
    ),
    (
      "id,answer,correct,tokens\n1,a,1,-10\n",
      """
      votes.csv, line 2, column \"tokens\": -10 is negative. Leave the cell empty where the \
      number is unknown.
      """
    ),
    (
      "id,n,c\n1,10,11\n",
      """
      votes.csv, line 2, column \"c\": 11 of 10 samples cannot be right. Check the two columns, \
      or name others with --samples and --correct.
      """
    ),
    (
      "id,n,c\n1,10,2.5\n",
      "votes.csv, line 2, column \"c\": 2.5 is not a count. Write 0, 1, 2 or more."
    ),
    (
      "id,n,c\n1,1e13,2\n",
      "votes.csv, line 2, column \"n\": 1e13 is not a count. Write at most 1,000,000,000,000."
    ),
    (
      "id,n,c\n1,0,0\n2,0,0\n",
      "votes.csv: no question has a sample. Check the column of counts, or name another."
    ),
    (
      "id,answer,correct,tokens\n1,7,1,true\n",
      """
      votes.csv, line 2, column \"tokens\": \"true\" is not a number. Write a number such as 0.42, \
      or leave the cell empty if it is missing.
      """
    ),
    (
      "id,n,c\n1,10,\n",
      """
      votes.csv, line 2, column \"c\": the count is missing. Write 0, 1, 2 or more, or remove \
      the row.
      """
    ),
    (
      "id,n,c\n1,10,2\n2,10,3\n1,10,4\n",
      """
      votes.csv, line 4, column \"id\": question \"1\" has counts already, on line 2. Name the \
      columns that tell the rows apart with --series, or keep some with --where.
      """
    ),
    (
      "id,answer,count,correct\n1,a,3,0\n1,b,2,1\n1,a,1,0\n",
      """
      votes.csv, line 4, column \"answer\": question \"1\" has a count of the answer \"a\" \
      already, on line 2. Name the columns that tell the rows apart with --series, or keep some \
      with --where.
      """
    ),
    (
      "id,answer\n1,a\n",
      """
      votes.csv: no column has a well-known name for what is right. Name a column of true and \
      false with --correct, or of true answers with --truth. The columns are id, answer.
      """
    ),
    (
      "q,answer,correct\n1,a,1\n",
      """
      votes.csv: no column has a well-known name for the question. Name one with --question. \
      The columns are q, answer, correct.
      """
    ),
    (
      "id,truth,reply\n1,a,b\n",
      """
      votes.csv: no column has a well-known name for the answer. Name one with --answer. The \
      columns are id, truth, reply.
      """
    ),
    ("id,answer,correct\n", "votes.csv: there is a header, but no row. Add rows below it."),
  ]

  @Test(arguments: brokenTables)
  func brokenTablesAreRefused(text: String, expected: String) throws {
    for blockSize in [8, 1 << 20] {
      let limits = ReadingLimits(blockSize: blockSize)
      #expect(try samplesMessage([text], limits: limits) == expected)
    }
  }

  @Test func contradictionsBetweenFilesNameBoth() throws {
    let message = try samplesMessage([
      "model,id,answer,correct\nm,1,a,1\n", "model,id,answer,correct\nm,2,a,1\nm,1,a,0\n",
    ])
    #expect(
      message
        == """
        more-votes.csv, line 3, column \"correct\": the answer \"a\" to question \"1\" is wrong \
        here and right on line 2 of votes.csv. Correct one of the rows, or name the columns \
        that tell models or runs apart with --series.
        """)
  }

  @Test func rolesThatExcludeEachOther() throws {
    let text = "id,answer,correct,truth,n,tokens\n1,a,1,a,3,10\n"
    let both = try samplesMessage([text]) { ($0.correct, $0.truth) = ("correct", "truth") }
    #expect(
      both
        == """
        votes.csv: --correct and --truth both tell which samples are right. Leave one of them \
        out.
        """)
    let layouts = try samplesMessage([text]) { ($0.samples, $0.wide) = ("n", ["answer"]) }
    #expect(
      layouts
        == """
        votes.csv: --samples and --wide describe different kinds of tables. Leave all but one \
        of them out.
        """)
    let tokens = try samplesMessage([text]) { ($0.count, $0.outputTokens) = ("n", "tokens") }
    #expect(
      tokens
        == """
        votes.csv: --tokens needs a row per sample, but a row here stands for several. Leave it \
        out, or read the table with a row per sample.
        """)
    let pattern = try samplesMessage([text]) { $0.wide = ["s*"] }
    #expect(
      pattern
        == """
        votes.csv: no column matches \"s*\" (--wide). The columns are id, answer, correct, \
        truth, n, tokens.
        """)
    let condition = try samplesMessage([text]) {
      $0.conditions = [try RowCondition("id=2")]
    }
    #expect(
      condition == """
        votes.csv: none of the 1 rows meets 'id=2'. Look at the values with: scaling inspect.
        """)
  }

  static let doubtfulTables: [(String, String)] = [
    (
      "id,answer,correct\n1,a,1\n2,b,0\n",
      "each question has one sample only"
    ),
    ("id,answer,correct\n1,a,0\n1,b,0\n2,b,0\n2,b,0\n", "no sample is right; check correct"),
    (
      "id,answer,correct\n1,,0\n1,b,1\n1,,0\n",
      "2 of 3 samples have no answer that could be read: they are never right"
    ),
    (
      "id,answer,correct\n1,None,0\n1,b,1\n1,None,0\n1,N/A,0\n",
      """
      \"None\" (2 times), \"N/A\" (once) are answers like any other; write --unparsed \
      None,N/A if no answer could be read there
      """
    ),
    (
      "id,n,correct\n1,4,1\n2,0,0\n3,4,2\n", "1 of 3 questions has no samples and is left out: 2"
    ),
    (
      "id,n,correct\n1,4,1\n2,0,0\n3,0,0\n",
      "2 of 3 questions have no samples and are left out, first 2"
    ),
    (
      "id,answer,correct,tokens\n1,a,1,10\n1,b,0,\n1,b,0,30\n",
      "tokens is missing for 1 of 3 samples: means of a question are over its others"
    ),
    (
      "id,answer,correct,cost\n1,a,1,0.1\n2,b,0,\n2,b,0,\n",
      "cost is missing for 2 of 3 samples: 1 of 2 questions has none at all, so it is not used"
    ),
    (
      "model,id,answer,correct,cost\nm,1,a,1,0.1\nm,2,b,0,0.2\nn,1,b,0,\nn,2,b,0,\n",
      """
      cost is missing for 2 of 4 samples: 2 of 4 questions have none at all, so it is not used \
      for n
      """
    ),
    (
      "id,answer,correct,tokens\n1,a,1,10\n1,b,0,abc\n",
      """
      tokens is not read as output tokens: half of its first cells or more are text (--tokens \
      tokens names the first)
      """
    ),
    (
      "id,answer,correct,truth\n1,a,1,a\n1,b,1,a\n1,c,0,a\n2,x,0,X\n2,x,0,X\n2,,0,X\n",
      """
      correct tells which samples are right, and truth is not used: compared as text it \
      contradicts correct for 3 of 6 samples (--truth truth uses it instead)
      """
    ),
  ]

  @Test func verdictsThatTrueAnswersConfirmAreNotNoted() throws {
    let text = "id,answer,correct,truth\n1,0.50,1,.5\n1,b,0,.5\n2,X,1,x\n2,x,1,\n"
    for limits in [ReadingLimits.standard, ReadingLimits(blockSize: 64)] {
      #expect(!(try samples(text, limits: limits).notes.contains { $0.contains("truth") }))
    }
    let chosen = try samples("id,answer,correct,truth\n1,a,1,b\n") { $0.correct = "correct" }
    #expect(!chosen.notes.contains { $0.contains("truth") })
  }

  @Test(arguments: doubtfulTables)
  func doubtfulTablesAreNoted(text: String, note: String) throws {
    #expect(try samples(text).notes.contains(note))
  }

  @Test func wordsForNoAnswerAreCountedApartOnRequest() throws {
    let table = try samples("id,answer,correct\n1,None,1\n1,b,1\n1,,\n") { $0.unparsed = ["None"] }
    let question = table.groups[0].questions[0]
    #expect(question.summary == "b x1 right")
    #expect(question.unparsedCount == 2)
    #expect(question.correctCount == 1)
    #expect(
      table.notes.contains {
        $0.hasPrefix("samples without an answer are called right, first on line 2")
      })
  }

  @Test func repeatedIdsOutOfOrderAreFound() throws {
    var lines = ["id,sample,answer,correct"]
    for sample in stride(from: 999, through: 0, by: -1) { lines.append("1,\(sample * 3),a,1") }
    #expect(try samples(lines.joined(separator: "\n")).groups[0].questions[0].sampleCount == 1_000)
    lines.append("1,\(500 * 3),a,1")
    for blockSize in [64, 1 << 20] {
      let message = try samplesMessage(
        [lines.joined(separator: "\n")], limits: ReadingLimits(blockSize: blockSize))
      #expect(
        message.hasPrefix("votes.csv, line 1002, column \"sample\": question \"1\" has a sample"))
    }
    let unchecked = try samples(lines.joined(separator: "\n")) { $0.sampleID = "none" }
    #expect(unchecked.groups[0].questions[0].sampleCount == 1_001)
  }

  @Test func answersOfAnyTextAreKeptWhole() throws {
    let long = String(repeating: "wörd\n", count: 2_000)
    let answers = ["line\nbreak", "say \"hi\"", "🧮👩‍🔬", "a,b;c\td", long, "  "]
    let cells = answers.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
    let text = "id,answer,correct\n" + cells.map { "1,\($0),0\n" }.joined()
    let question = try samples(text).groups[0].questions[0]
    #expect(question.answers.map(\.text) == Array(answers.dropLast()))
    #expect(question.unparsedCount == 1)
  }

  @Test func manyDistinctAnswersAreKept() throws {
    let rows = (0..<100_000).map { "q,answer \($0),\($0 == 77 ? 1 : 0)" }
    let text = "id,answer,correct\n" + rows.joined(separator: "\n")
    let question = try samples(text) { $0.threads = 2 }.groups[0].questions[0]
    #expect(question.answers.count == 100_000)
    #expect(question.answers[99_999].text == "answer 99999")
    #expect(question.correctCount == 1)
  }
}
