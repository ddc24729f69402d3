import Testing

@testable import ScalingNotebooks

/// Command lines are split as a shell would, and do nothing else that a shell does.
struct CommandWordsTests {
  @Test(
    "words are separated by spaces and kept together by quotes",
    arguments: [
      ("scaling fit a.csv", ["scaling", "fit", "a.csv"]),
      ("scaling  fit\ta.csv  ", ["scaling", "fit", "a.csv"]),
      ("fit --where 'x>1' --title \"a b\"", ["fit", "--where", "x>1", "--title", "a b"]),
      ("fit --title=\"it's\"d", ["fit", "--title=it'sd"]),
      ("fit a\\ b ''", ["fit", "a b", ""]),
      ("fit a # the rest | is > comment", ["fit", "a"]),
      ("fit a#b", ["fit", "a#b"]),
      ("# only a comment", []),
      ("fit '$5'", ["fit", "$5"]),
    ])
  func words(_ line: String, _ words: [String]) throws {
    #expect(try CommandWords(line).words == words)
  }

  @Test(
    "what only a shell can do is refused with its name",
    arguments: [
      ("fit a | less", "pipes (|)"), ("fit a > b", "redirections (>)"),
      ("fit a < b", "redirections (<)"), ("fit a; rm b", "; does not run"),
      ("fit a && rm b", "& does not run"), ("fit $HOME", "$ is not expanded"),
      ("fit `ls`", "` is not expanded"), ("fit \"$HOME\"", "$ is not expanded"),
      ("fit 'a", "not closed"), ("fit a\\", "not closed"),
    ])
  func refused(_ line: String, _ reason: String) {
    let problem = #expect(throws: CommandWords.Problem.self) { try CommandWords(line) }
    #expect(problem?.text.contains(reason) == true)
  }
}
