/// What the marker of a block remembers of its last run, piece by piece, so that a later look can
/// name what changed since.
struct OutputRecord: Equatable {
  /// The version of the tool.
  let version: String
  /// Digest of the commands.
  let commands: String
  /// Digest of the printed text and the files written.
  let output: String
  /// Digest of the values in the prose; nil without values.
  let values: String?
  /// Digests of the contents of the files read, in the order of the commands.
  let inputs: [String]

  init(version: String, commands: String, output: String, values: String?, inputs: [String]) {
    self.version = version
    self.commands = commands
    self.output = output
    self.values = values
    self.inputs = inputs
  }

  private static let noValues: Substring = "-"

  /// Reads the words of a marker.
  init?(_ words: [Substring]) {
    guard words.count >= 4 else { return nil }
    self.init(
      version: String(words[0]), commands: String(words[1]), output: String(words[2]),
      values: words[3] == Self.noValues ? nil : String(words[3]),
      inputs: words.dropFirst(4).map(String.init))
  }

  /// The words of a marker.
  var text: String {
    ([version, commands, output, values ?? String(Self.noValues)] + inputs).joined(separator: " ")
  }
}
