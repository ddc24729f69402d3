/// One word or sign of a formula, and where it stands.
struct FormulaToken: Equatable {
  /// What a token is.
  enum Kind: Equatable {
    case number(Double)
    case name(String)
    /// A name in backticks: never a function and never a constant.
    case quoted(String)
    case symbol(Character)
    case end
  }

  let kind: Kind
  /// The characters before it.
  let start: Int
  /// Its characters.
  let length: Int
}

/// A formula cut into tokens. `**` is `^`; `·` and `×` are `*`; `−` is `-`; `=` is `~`.
struct FormulaTokens {
  let text: String
  private(set) var tokens: [FormulaToken] = []

  private let characters: [Character]

  init(_ text: String) throws(FitError) {
    self.text = text
    characters = Array(text)
    var position = 0
    while position < characters.count {
      if characters[position].isWhitespace {
        position += 1
        continue
      }
      let token = try token(at: position)
      tokens.append(token)
      position += token.length
    }
    tokens.append(FormulaToken(kind: .end, start: characters.count, length: 1))
  }

  private func token(at start: Int) throws(FitError) -> FormulaToken {
    let first = characters[start]
    if Self.isDigit(first) || (first == "." && isDigit(start + 1)) { return try number(start) }
    if first.isLetter || first == "_" { return word(start) }
    if first == "`" { return try quoted(start) }
    if first == "*", start + 1 < characters.count, characters[start + 1] == "*" {
      return FormulaToken(kind: .symbol("^"), start: start, length: 2)
    }
    let symbols: [Character: Character] = ["·": "*", "×": "*", "−": "-", "=": "~"]
    let symbol = symbols[first] ?? first
    guard "+-*/^(),~".contains(symbol) else {
      throw FitError.formula(
        text, at: start,
        "\"\(first)\" has no meaning in a formula; put a column name with spaces or symbols in "
          + "backticks")
    }
    return FormulaToken(kind: .symbol(symbol), start: start, length: 1)
  }

  private static func isDigit(_ character: Character) -> Bool {
    character.isASCII && character.isNumber
  }

  private func isDigit(_ position: Int) -> Bool {
    position < characters.count && Self.isDigit(characters[position])
  }

  private func number(_ start: Int) throws(FitError) -> FormulaToken {
    var end = start
    while isDigit(end) { end += 1 }
    if end < characters.count, characters[end] == "." {
      end += 1
      while isDigit(end) { end += 1 }
    }
    if end < characters.count, characters[end] == "e" || characters[end] == "E" {
      let isSigned = end + 1 < characters.count && "+-".contains(characters[end + 1])
      var digits = end + (isSigned ? 2 : 1)
      if isDigit(digits) {
        while isDigit(digits) { digits += 1 }
        end = digits
      }
    }
    guard let value = Double(String(characters[start..<end])), value.isFinite else {
      throw FitError.formula(text, at: start, "this number is too large")
    }
    return FormulaToken(kind: .number(value), start: start, length: end - start)
  }

  private func word(_ start: Int) -> FormulaToken {
    var end = start
    while end < characters.count, Self.continuesName(characters[end]) { end += 1 }
    return FormulaToken(
      kind: .name(String(characters[start..<end])), start: start, length: end - start)
  }

  private static func continuesName(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "_" || character == "."
  }

  private func quoted(_ start: Int) throws(FitError) -> FormulaToken {
    guard let end = characters[(start + 1)...].firstIndex(of: "`") else {
      throw FitError.formula(text, at: start, "this backtick is not closed")
    }
    guard end > start + 1 else {
      throw FitError.formula(text, at: start, "there is no name between these backticks")
    }
    return FormulaToken(
      kind: .quoted(String(characters[(start + 1)..<end])), start: start, length: end + 1 - start)
  }
}

extension FitError {
  /// A problem of a formula, with the formula and a caret below the place.
  static func formula(_ text: String, at position: Int, _ problem: String) -> FitError {
    FitError(
      code: .invalidFormula,
      description: "the formula cannot be read: \(problem)\n  \(text)\n  "
        + String(repeating: " ", count: position) + "^")
  }
}
