import Foundation
import Testing

/// What shells offer for completion.
struct CompletionTests {
  /// What the command says of itself.
  struct Description: Decodable {
    struct Command: Decodable {
      let commandName: String
      let subcommands: [Command]?
      let arguments: [Argument]?
    }

    struct Argument: Decodable {
      struct Completion: Decodable {
        let file: [String: [String]]?
        let directory: [String: String]?
      }

      let kind: String
      let valueName: String?
      let completionKind: Completion?
    }

    let command: Command
  }

  @Test("an argument or option that takes a file or a folder completes names of files")
  func files() throws {
    let run = try CommandRun(["--experimental-dump-help"], in: packageRoot)
    let tool = try JSONDecoder().decode(Description.self, from: Data(run.output.utf8))
    var checked = 0
    func check(_ command: Description.Command, _ path: String) {
      for argument in command.arguments ?? [] where command.commandName != "help" {
        let name = argument.valueName ?? ""
        if argument.kind == "positional" || name == "file" {
          #expect(argument.completionKind?.file != nil, "\(path): \(name)")
          checked += 1
        } else if name == "folder" {
          #expect(argument.completionKind?.directory != nil, "\(path): \(name)")
          checked += 1
        }
      }
      for child in command.subcommands ?? [] { check(child, "\(path) \(child.commandName)") }
    }
    check(tool.command, tool.command.commandName)
    #expect(checked > 30)
  }

  @Test("a script for each shell", arguments: ["bash", "zsh", "fish"])
  func script(_ shell: String) throws {
    let run = try CommandRun(["--generate-completion-script", shell], in: packageRoot)
    #expect(run.exitCode == 0)
    #expect(run.output.contains("scaling") && run.output.contains("ceiling"))
  }
}
