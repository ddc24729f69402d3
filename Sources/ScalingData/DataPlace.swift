/// A position in the input: file, line, column name, byte, as far as they are known.
public struct DataPlace: Sendable, Equatable, CustomStringConvertible {
  /// The file as the user named it, or "standard input".
  public var file: String?
  /// The line, counted from 1; line breaks inside quotes count.
  public var line: Int?
  /// The name of the column.
  public var column: String?
  /// The character of the line, counted from 1.
  public var character: Int?
  /// The byte, counted from 1 at the start of the file.
  public var byte: Int?

  /// Creates a place.
  public init(
    file: String? = nil, line: Int? = nil, column: String? = nil, character: Int? = nil,
    byte: Int? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.character = character
    self.byte = byte
  }

  /// The known parts, separated by commas: `points.csv, line 3, column "accuracy"`.
  public var description: String {
    var parts: [String] = []
    if let file { parts.append(file) }
    if let line { parts.append("line \(line)") }
    if let column { parts.append("column \"\(CellText.shortened(column))\"") }
    if let character { parts.append("character \(character)") }
    if let byte { parts.append("byte \(byte)") }
    return parts.joined(separator: ", ")
  }
}
