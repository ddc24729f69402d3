extension TableShape {
  /// For each column here its position in the header of another file.
  ///
  /// - Throws: an error when the other header lacks a column or has one more.
  func positions(in other: TableHeader, file otherFile: String) throws(DataError) -> [Int] {
    if header.names == other.names { return Array(header.names.indices) }
    var positions: [Int] = []
    for name in header.names {
      guard let index = other.names.firstIndex(of: name) else {
        throw mismatch(otherFile, "lacks the column", name)
      }
      positions.append(index)
    }
    if let extra = other.names.first(where: { !header.names.contains($0) }) {
      throw mismatch(otherFile, "has one more column,", extra)
    }
    return positions
  }

  private func mismatch(_ otherFile: String, _ verb: String, _ name: String) -> DataError {
    DataError(
      .headerMismatch, at: DataPlace(file: otherFile),
      "the header \(verb) \"\(CellText.shortened(name))\", unlike \(file)",
      nextStep: "Files that are read together need the same columns, in any order.")
  }
}
