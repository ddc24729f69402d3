import Foundation

/// Writes the man pages of a command, one for each of its commands.
///
///     scaling --experimental-dump-help | Manual VERSION FOLDER
@main
enum Main {
  static func main() throws {
    guard CommandLine.arguments.count == 3 else {
      FileHandle.standardError.write(Data("usage: Manual VERSION FOLDER < description\n".utf8))
      exit(64)
    }
    let version = CommandLine.arguments[1]
    let folder = URL(fileURLWithPath: CommandLine.arguments[2])
    let input = FileHandle.standardInput.readDataToEndOfFile()
    let tool = try JSONDecoder().decode(ToolDescription.self, from: input)
    guard tool.serializationVersion == 0 else {
      throw DescriptionError(version: tool.serializationVersion)
    }
    for command in tool.command.family {
      let page = ManualPage(command: command, version: version)
      try Data(page.text.utf8).write(to: folder.appendingPathComponent(page.fileName))
    }
  }
}

/// A description that is written otherwise than the pages expect.
struct DescriptionError: Error, CustomStringConvertible {
  let version: Int

  var description: String {
    "The description of the command has version \(version), but 0 is what is understood: compare "
      + "ToolInfoV0 of swift-argument-parser with CommandDescription.swift."
  }
}
