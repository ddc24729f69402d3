extension RecordTokenizer {
  @inline(never)
  func strayQuote(_ cells: Int) -> DataError {
    DataError(
      .strayQuote, at: DataPlace(line: lineCount + 1),
      "there is a double quote inside cell \(cells), which does not start with one",
      nextStep: "Put the whole cell in double quotes and write a quote inside it twice.")
  }

  @inline(never)
  func textAfterQuote(_ line: Int, _ cells: Int) -> DataError {
    DataError(
      .textAfterQuote, at: DataPlace(line: lineCount + 1),
      "text follows the closing quote of cell \(cells + 1)"
        + (line == lineCount ? "" : ", which spans \(lineCount - line + 1) lines"),
      nextStep: "Write a quote inside a quoted cell twice, or close the cell at its end.")
  }

  @inline(never)
  func unclosedQuote(_ line: Int, _ cells: Int) -> DataError {
    DataError(
      .unclosedQuote, at: DataPlace(line: line + 1),
      "the quote that opens cell \(cells + 1) is never closed",
      nextStep: "Close the cell with a double quote.")
  }

  @inline(never)
  func endlessRecord() -> DataError {
    DataError(
      .recordTooLong, at: DataPlace(line: lineCount + 1),
      "the row is longer than any row of a table",
      nextStep: "Check that the file is a table with line breaks.")
  }
}
