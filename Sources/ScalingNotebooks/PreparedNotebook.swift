/// A notebook whose commands have all been understood: it can run.
public struct PreparedNotebook {
  /// A command with its line.
  struct Step {
    let line: NotebookBlock.Line
    let command: NotebookHost.Command
  }

  /// The notebook.
  public let notebook: Notebook
  /// The commands of each block.
  let steps: [[Step]]

  /// Reads several notebooks.
  ///
  /// Whatever can be seen without running is found here, before anything runs: an unknown command,
  /// a file outside the root, two commands that write one file.
  ///
  /// - Throws: all problems.
  public static func all(
    _ notebooks: [Notebook], host: NotebookHost
  ) throws(NotebookProblems) -> [PreparedNotebook] {
    var problems: [NotebookError] = []
    let result = notebooks.map { PreparedNotebook($0, host: host, &problems) }
    problems += conflicts(result)
    if !problems.isEmpty { throw NotebookProblems(problems) }
    return result
  }

  private init(_ notebook: Notebook, host: NotebookHost, _ problems: inout [NotebookError]) {
    self.notebook = notebook
    var steps: [[Step]] = []
    for block in notebook.blocks {
      var commands: [Step] = []
      for line in block.commands {
        do {
          commands.append(Step(line: line, command: try host.command(line.words)))
        } catch {
          problems.append(NotebookError(notebook.name, line: line.number, "\(error)"))
        }
      }
      steps.append(commands)
    }
    self.steps = steps
  }

  /// Each file is written by one command, and none of them is a notebook.
  private static func conflicts(_ all: [PreparedNotebook]) -> [NotebookError] {
    var problems: [NotebookError] = []
    let names = Set(all.map(\.notebook.name))
    var writers: [String: String] = [:]
    for prepared in all {
      for step in prepared.steps.joined() {
        let place = "\(prepared.notebook.name), line \(step.line.number)"
        for path in step.command.writes {
          let name = prepared.notebook.name
          if names.contains(path) {
            problems.append(
              NotebookError(
                name, line: step.line.number, "\(path) is a notebook: name another file"))
          }
          if let other = writers.updateValue(place, forKey: path) {
            problems.append(
              NotebookError(
                name, line: step.line.number,
                "\(path) is written at \(other) too: give one of them another name"))
          }
        }
      }
    }
    return problems
  }
}
