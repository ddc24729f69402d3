/// The man page of one command.
struct ManualPage {
  let command: CommandDescription
  /// What `scaling --version` prints.
  let version: String

  var fileName: String { Self.name(of: command.words) + ".1" }

  var text: String {
    let tool = command.words[0]
    let head = #".TH "\#(Roff.escaped(Self.name(of: command.words).uppercased()))" 1 "" "#
    var parts = [
      head + #""\#(Roff.escaped("\(tool) \(version)"))" "\#(Roff.escaped(tool)) manual""#,
      ".SH NAME", summary, ".SH SYNOPSIS", synopsis,
    ]
    if let discussion = command.discussion ?? command.abstract {
      parts += [".SH DESCRIPTION", Roff.paragraphs(discussion)]
    }
    parts += optionSections + commandSection + seeAlso
    return parts.joined(separator: "\n") + "\n"
  }

  private var summary: String {
    var sentence = Substring(command.abstract ?? "")
    if sentence.hasSuffix(".") { sentence.removeLast() }
    return "\(Roff.escaped(Self.name(of: command.words))) \\- \(Roff.escaped(String(sentence)))"
  }

  private var synopsis: String {
    let words = Roff.bold(command.words.joined(separator: " "))
    if !command.children.isEmpty {
      return "\(words) \(Roff.italic("command")) [\(Roff.italic("option"))...]"
    }
    let values = command.shownArguments.filter(\.isPositional).map { argument in
      let value = Roff.italic(argument.valueName ?? "") + (argument.isRepeating ? "..." : "")
      return argument.isOptional ? "[\(value)]" : value
    }
    return ([words, "[\(Roff.italic("option"))...]"] + values).joined(separator: " ")
  }

  /// The options under the titles of `--help`, in its order.
  private var optionSections: [String] {
    var titles: [String] = []
    var entries: [String: [String]] = [:]
    for argument in command.shownArguments {
      let title = argument.sectionTitle ?? (argument.isPositional ? "Arguments" : "Options")
      if !titles.contains(title) { titles.append(title) }
      entries[title, default: []].append(entry(argument))
    }
    return titles.flatMap { [".SH \"\(Roff.escaped($0.uppercased()))\""] + (entries[$0] ?? []) }
  }

  private func entry(_ argument: ArgumentDescription) -> String {
    var text = [argument.abstract, argument.discussion].compactMap(\.self).joined(separator: "\n")
    if let value = argument.defaultValue { text += " (default: \(value))" }
    return ".TP\n\(tag(argument))\n\(Roff.escaped(text))"
  }

  private func tag(_ argument: ArgumentDescription) -> String {
    let value = Roff.italic(argument.valueName ?? "")
    if argument.isPositional { return value }
    let names = (argument.names ?? []).map { Roff.bold($0.typed) }.joined(separator: ", ")
    return argument.kind == "option" ? "\(names) \(value)" : names
  }

  private var commandSection: [String] {
    guard !command.children.isEmpty else { return [] }
    return [".SH COMMANDS"]
      + command.children.map {
        ".TP\n\(Self.reference($0.words))\n\(Roff.escaped($0.abstract ?? ""))"
      }
  }

  /// The page above; the pages below stand under the commands.
  private var seeAlso: [String] {
    guard command.words.count > 1 else { return [] }
    return [".SH \"SEE ALSO\"", Self.reference(command.words.dropLast())]
  }

  private static func reference(_ words: [String]) -> String {
    ".BR \(Roff.escaped(name(of: words))) (1)"
  }

  private static func name(of words: [String]) -> String { words.joined(separator: "-") }
}
