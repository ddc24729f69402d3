internal import ArgumentParser

/// `scaling notebook`: Markdown with commands, their output, and figures.
struct NotebookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "notebook",
    abstract: "Run the commands in Markdown files, or check that their output is current.",
    discussion: """
      A fenced block marked scaling holds commands of this tool, one a line. A run puts their \
      output below it, between two comments that no forge shows, and figures where --svg or -o \
      say. {{ NAME.VALUE }} in the text becomes a value of the block ```scaling id=NAME. There is \
      no shell.
      """,
    subcommands: [NotebookRunCommand.self, NotebookCheckCommand.self])
}
