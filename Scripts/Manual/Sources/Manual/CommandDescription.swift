/// What the command says of itself with `--experimental-dump-help`.
struct ToolDescription: Decodable {
  let serializationVersion: Int
  let command: CommandDescription
}

/// One command with its options and the commands below it.
struct CommandDescription: Decodable {
  let commandName: String
  let superCommands: [String]?
  let abstract: String?
  let discussion: String?
  let arguments: [ArgumentDescription]?
  let subcommands: [CommandDescription]?

  /// The words that call it, from the name of the tool on.
  var words: [String] { (superCommands ?? []) + [commandName] }

  /// This command and all below it that have a page, outermost first.
  var family: [CommandDescription] { [self] + children.flatMap(\.family) }

  /// The commands below it; `help` only repeats what the pages say.
  var children: [CommandDescription] { (subcommands ?? []).filter { $0.commandName != "help" } }

  var shownArguments: [ArgumentDescription] { (arguments ?? []).filter(\.shouldDisplay) }
}

/// An argument, an option or a flag.
struct ArgumentDescription: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String

    /// As it is typed.
    var typed: String { (kind == "long" ? "--" : "-") + name }
  }

  let kind: String
  let shouldDisplay: Bool
  let sectionTitle: String?
  let isOptional: Bool
  let isRepeating: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let abstract: String?
  let discussion: String?

  var isPositional: Bool { kind == "positional" }
}
