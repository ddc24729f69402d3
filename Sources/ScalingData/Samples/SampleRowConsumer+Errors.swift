extension SampleRowConsumer {
  /// The refusal of a second row for an answer, in a table of counts.
  static func repeatedAnswer(
    at place: DataPlace, _ answer: String, question: String, earlier: String
  ) -> DataError {
    DataError(
      .duplicateQuestion, at: place,
      "question \"\(CellText.shortened(question))\" has a count of the answer "
        + "\"\(CellText.shortened(answer))\" already, on \(earlier)",
      nextStep: "Name the columns that tell the rows apart with --series, or keep some with "
        + "--where.")
  }

  /// The refusal of a second row for a question, in a table of counts.
  static func repeatedQuestion(
    at place: DataPlace, _ question: String, earlier: String
  ) -> DataError {
    DataError(
      .duplicateQuestion, at: place,
      "question \"\(CellText.shortened(question))\" has counts already, on \(earlier)",
      nextStep: "Name the columns that tell the rows apart with --series, or keep some with "
        + "--where.")
  }

  /// The refusal of a second true answer to a question.
  static func contradictoryTruths(
    at place: DataPlace, _ text: String, _ known: String, question: String, earlier: String
  ) -> DataError {
    DataError(
      .contradictoryTruths, at: place,
      "the true answer to question \"\(CellText.shortened(question))\" is "
        + "\"\(text)\" here and \"\(known)\" on \(earlier)",
      nextStep: "Correct one of them, or name the column that tells the questions apart with "
        + "--question.")
  }

  /// The refusal of a second sample with the same id.
  static func duplicateSample(at place: DataPlace, question: String) -> DataError {
    DataError(
      .duplicateSample, at: place,
      "question \"\(CellText.shortened(question))\" has a sample with this id already",
      nextStep: "Remove the repeated row, name the columns that tell models or runs apart with "
        + "--series, or name another column with --sample-id (none for no check).")
  }

  /// The refusal of an answer that is right on one row and wrong on another.
  static func contradictoryVerdicts(
    at place: DataPlace, answer: String, question: String, isRight: Bool, earlier: String
  ) -> DataError {
    DataError(
      .contradictoryVerdicts, at: place,
      "the answer \"\(CellText.shortened(answer))\" to question "
        + "\"\(CellText.shortened(question))\" is \(isRight ? "right" : "wrong") here and "
        + "\(isRight ? "wrong" : "right") on \(earlier)",
      nextStep: "Correct one of the rows, or name the columns that tell models or runs apart with "
        + "--series.")
  }
}
