/// The words of one command line of a notebook, quoted as a shell would have them.
///
/// Nothing is expanded and nothing but a command runs: what a shell would do with an unquoted
/// character is refused, so that a line means the same when it is pasted into a terminal.
struct CommandWords: Equatable {
  let words: [String]

  /// What is wrong with a line.
  struct Problem: Error, Equatable {
    let text: String
  }

  /// Splits a line; a `#` at the start of a word begins a comment.
  init(_ line: String) throws(Problem) {
    var words: [String] = []
    var word: String?
    var quote: Character?
    var isEscaped = false
    for character in line {
      if isEscaped {
        word = (word ?? "") + String(character)
        isEscaped = false
      } else if let open = quote {
        if character == open {
          quote = nil
        } else if open == "\"", let refusal = Self.refusal(of: character), "$`".contains(character)
        {
          throw refusal
        } else if open == "\"", character == "\\" {
          isEscaped = true
        } else {
          word = (word ?? "") + String(character)
        }
      } else if character == "\"" || character == "'" {
        quote = character
        word = word ?? ""
      } else if character == "\\" {
        isEscaped = true
      } else if character == " " || character == "\t" {
        if let word { words.append(word) }
        word = nil
      } else if character == "#", word == nil {
        break
      } else if let refusal = Self.refusal(of: character) {
        throw refusal
      } else {
        word = (word ?? "") + String(character)
      }
    }
    guard quote == nil, !isEscaped else {
      throw Problem(text: "a quotation mark of the command is not closed")
    }
    self.words = words + (word.map { [$0] } ?? [])
  }

  private static func refusal(of character: Character) -> Problem? {
    let action: String? =
      switch character {
      case "|": "pipes (|) do not run in a notebook: write one command a line"
      case "<", ">":
        "redirections (\(character)) do not run in a notebook: name files with options such as -o"
      case ";", "&": "\(character) does not run in a notebook: write one command a line"
      case "$", "`": "\(character) is not expanded in a notebook: there is no shell"
      default: nil
      }
    return action.map { Problem(text: "\($0) (single quotes around the word keep it as it is)") }
  }
}
