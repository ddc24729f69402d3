internal import ArgumentParser

/// `scaling demo`: the questions that the data of the project answer, from data to figures.
struct DemoCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demo", abstract: "Run the notebooks that ship with the project.",
    discussion: """
      Runs all blocks of README.md, of notebooks-md and of output/README.md, the gallery of every \
      kind of figure; figures go to output.
      """)

  func run() throws {
    guard OutputFile.isFolder("notebooks-md") else {
      throw OutputError(
        description: "notebooks-md: there is no such folder. The demonstration runs the notebooks "
          + "of the project: run it in the project's folder.")
    }
    let run = try NotebookRunCommand.parse([
      "--all", "README.md", "notebooks-md", "output/README.md",
    ])
    try run.run()
  }
}
