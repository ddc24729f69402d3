/// Refuses blocks that are not text.
enum BinaryCheck {
  /// Throws when a block holds a zero byte, which no text file does.
  static func check(_ block: BlockBuffer) throws(DataError) {
    guard let offset = BlockCutter.offset(of: 0, in: block.base, 0, block.count) else { return }
    var line = 1
    for index in 0..<offset where block.base[index] == UInt8(ascii: "\n") { line += 1 }
    throw DataError(
      .binaryInput, at: DataPlace(line: line), "there is a zero byte, so this is not a text table",
      nextStep: "Save the table as CSV in UTF-8.")
  }

  /// Throws when the first bytes are those of a well-known binary format.
  static func checkStart(_ block: BlockBuffer, file: String) throws(DataError) {
    for format in formats where block.count >= format.magic.count {
      let isMatch = format.magic.indices.allSatisfy { block.base[$0] == format.magic[$0] }
      if isMatch {
        throw DataError(
          .binaryInput, at: DataPlace(file: file), "is \(format.name), not a text table",
          nextStep: format.nextStep)
      }
    }
  }

  private struct Format {
    let magic: [UInt8]
    let name: String
    let nextStep: String
  }

  private static let formats = [
    Format(magic: [0x1f, 0x8b], name: "compressed with gzip", nextStep: "Unpack it with gunzip."),
    Format(
      magic: Array("PK\u{3}\u{4}".utf8), name: "a zip archive or a spreadsheet",
      nextStep: "Unpack it, or export the sheet as CSV."),
    Format(
      magic: Array("PAR1".utf8), name: "a Parquet file", nextStep: "Convert it to CSV."),
    Format(magic: [0xff, 0xfe], name: "UTF-16 text", nextStep: "Save it as UTF-8."),
    Format(magic: [0xfe, 0xff], name: "UTF-16 text", nextStep: "Save it as UTF-8."),
  ]
}
