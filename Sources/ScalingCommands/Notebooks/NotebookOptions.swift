internal import ArgumentParser
internal import ScalingNotebooks

#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// Which notebooks, and what they may reach: the same options for running and checking.
struct NotebookOptions: ParsableArguments {
  @Argument(
    help: "Notebooks, or folders of them: the files in it whose names end in .md.",
    completion: .file())
  var names: [String] = ["notebooks-md"]

  @Option(
    help: ArgumentHelp(
      "Folder that all names are relative to, those in the notebooks too, and outside of which "
        + "nothing is read or written.", valueName: "folder"), completion: .directory)
  var root: String = "."

  @Flag(help: "Let notebooks read and write outside of the root.")
  var allowOutside = false

  @Flag(help: "Run the blocks that are up to date, too.")
  var all = false

  /// Goes to the root, reads the notebooks and understands their commands.
  func prepared() throws -> (notebooks: [PreparedNotebook], host: NotebookHost) {
    guard chdir(root) == 0 else {
      throw OutputError(
        description: "\(root): is no folder to go to: \(OutputFile.systemMessage()). Check --root.")
    }
    let folder = try RootFolder(allowsOutside: allowOutside)
    let host = CommandHost(folder).host
    let outside = try RootFolder(allowsOutside: true)
    var problems: [NotebookError] = []
    var notebooks: [Notebook] = []
    for file in try files() {
      let text = try InputText.whole(file)
      let name = try outside.name(of: file)
      do throws(NotebookProblems) {
        notebooks.append(try Notebook(text, name: name))
      } catch {
        problems += error.all
      }
    }
    guard problems.isEmpty else { throw NotebookProblems(problems) }
    return (try PreparedNotebook.all(notebooks, host: host), host)
  }

  private func files() throws -> [String] {
    var files: [String] = []
    for name in names {
      guard OutputFile.isFolder(name) else {
        files.append(name)
        continue
      }
      let found = try FolderListing(name).files(endingIn: ".md")
      guard !found.isEmpty else {
        throw OutputError(description: "\(name): there is no notebook (.md) in this folder.")
      }
      files += found
    }
    if let twice = files.indices.first(where: { files[..<$0].contains(files[$0]) }) {
      throw ValidationError("\(files[twice]) is named twice.")
    }
    return files
  }
}
