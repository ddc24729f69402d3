extension JSONScanner {
  /// The place of a byte: line and character of the line, counted from the start of the block.
  func place(_ position: Int) -> DataPlace {
    var characters = 1
    for index in lineStart..<max(position, lineStart) where base[index] & 0xc0 != 0x80 {
      characters += 1
    }
    return DataPlace(line: lineCount + 1, character: characters)
  }

  /// The refusal of a byte where something else belongs.
  func unexpected(
    _ position: Int, _ expected: String
  ) -> DataError {
    guard base[position] != UInt8(ascii: "\n") else {
      return DataError(
        .invalidJSON, at: place(position), "the line ends where \(expected) belongs",
        nextStep: "Write each object whole and on one line (jq -c . does).")
    }
    return DataError(
      .invalidJSON, at: place(position),
      "there is \"\(character(position))\" where \(expected) belongs",
      nextStep: "Write one JSON object per line.")
  }

  /// The refusal of a line break or another control character inside a string.
  func controlCharacter(
    _ position: Int, _ start: Int
  ) -> DataError {
    if base[position] == UInt8(ascii: "\n") {
      return DataError(
        .invalidJSON, at: place(start - 1), "the string that starts here is never closed",
        nextStep: "Write each object whole and on one line, line breaks in strings as \\n.")
    }
    return DataError(
      .invalidJSON, at: place(position),
      "there is a control character (\(CellText.shortened(character(position)))) in a string",
      nextStep: "Write it as an escape such as \\t or \\u0001.")
  }

  func tooDeep(_ position: Int) -> DataError {
    DataError(
      .invalidJSON, at: place(position),
      "values are nested deeper than \(Self.depthLimit) levels",
      nextStep: "Check that the file is JSON Lines.")
  }

  func endlessLine() -> DataError {
    DataError(
      .recordTooLong, at: DataPlace(line: lineCount + 1),
      "the line is longer than any row of a table",
      nextStep: "Write one JSON object per line.")
  }

  private func character(_ position: Int) -> String {
    let bytes = UnsafeBufferPointer(start: base + position, count: 4)
    return String(decoding: bytes, as: UTF8.self).first.map { CellText.shortened(String($0)) } ?? ""
  }
}
