/// What all rows of a reading say together about the units of their columns, so that the rows
/// themselves need not be kept.
struct RowFacts {
  /// A value with its place: the first of its kind.
  struct Witness {
    let value: Double
    let line: Int
    let inputIndex: Int32

    /// The same place, counted from the start of the file.
    fileprivate func moved(down lines: Int, _ inputIndex: Int32) -> Witness {
      Witness(value: value, line: line + lines, inputIndex: inputIndex)
    }

    /// The place for a message.
    func place(_ files: [String], _ column: String) -> DataPlace {
      DataPlace(file: files[Int(inputIndex)], line: line, column: column)
    }

    /// The line of this witness in a message about another one.
    func line(besides other: Witness, _ files: [String]) -> String {
      "line \(line)" + (inputIndex == other.inputIndex ? "" : " of \(files[Int(inputIndex)])")
    }
  }

  private(set) var count = 0
  private(set) var heldOutCount = 0
  /// Whether an x has a dollar sign.
  private(set) var holdsDollars = false
  /// The first x that is a date, and the first that cannot be one.
  private(set) var dated: Witness?
  private(set) var undated: Witness?
  /// The first y with a percent sign, and the first without.
  private(set) var signed: Witness?
  private(set) var bare: Witness?
  /// The first y outside of 0...1, and of 0...100.
  private(set) var outsideFraction: Witness?
  private(set) var outsidePercent: Witness?
  /// The largest y; 0 without rows.
  private(set) var largest = 0.0
  /// How many y are at most 1.
  private(set) var smallCount = 0

  /// Takes the next row of the same block.
  @inline(__always)
  mutating func add(_ row: KeptRow) {
    largest = count == 0 ? row.y : max(largest, row.y)
    count &+= 1
    if row.isHeldOut { heldOutCount &+= 1 }
    if row.xKind == .dollars { holdsDollars = true }
    if row.y <= 1 { smallCount &+= 1 }
    if row.xKind == .date {
      if dated == nil { dated = Self.witness(row, row.x) }
    } else if undated == nil, row.xKind != .number || !DateCell.isYear(row.x) {
      undated = Self.witness(row, row.x)
    }
    if row.yKind == .percent {
      if signed == nil { signed = Self.witness(row, row.y) }
    } else if bare == nil {
      bare = Self.witness(row, row.y)
    }
    guard !(0...1).contains(row.y) else { return }
    if outsideFraction == nil { outsideFraction = Self.witness(row, row.y) }
    if outsidePercent == nil, !(0...100).contains(row.y) {
      outsidePercent = Self.witness(row, row.y)
    }
  }

  private static func witness(_ row: KeptRow, _ value: Double) -> Witness {
    Witness(value: value, line: row.line, inputIndex: row.inputIndex)
  }

  /// Adds the facts of the next block.
  mutating func merge(_ block: RowFacts, startingAt line: Int, inputIndex: Int32) {
    guard block.count > 0 else { return }
    largest = count == 0 ? block.largest : max(largest, block.largest)
    count += block.count
    heldOutCount += block.heldOutCount
    holdsDollars = holdsDollars || block.holdsDollars
    smallCount += block.smallCount
    let first = { (mine: Witness?, other: Witness?) in
      mine ?? other?.moved(down: line, inputIndex)
    }
    dated = first(dated, block.dated)
    undated = first(undated, block.undated)
    signed = first(signed, block.signed)
    bare = first(bare, block.bare)
    outsideFraction = first(outsideFraction, block.outsideFraction)
    outsidePercent = first(outsidePercent, block.outsidePercent)
  }
}
