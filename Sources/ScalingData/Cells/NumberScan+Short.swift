extension NumberScan {
  /// Reads a cell that lies in a block, so that eight bytes from its start may be loaded.
  ///
  /// Up to eight digits with an optional point, most numbers of most tables, are read as one
  /// word without a loop (Lemire 2021, section 9); anything else goes the long way.
  @inline(__always)
  init(padded cell: UnsafeBufferPointer<UInt8>) {
    guard let digits = Self.digits(cell) else {
      self.init(cell)
      return
    }
    if Self.areDigits(digits) {
      self.init(value: Double(Self.number(digits)), isNumber: true)
      return
    }
    let points = ByteLanes(repeating: Self.point).matches(digits)
    let bit = UInt64(truncatingIfNeeded: points.trailingZeroBitCount &- 7)
    let behind = digits & (UInt64.max &<< bit) & ~(0xff &<< bit)
    let closed = behind | (digits & ~(UInt64.max &<< bit)) &<< 8
    guard points != 0, cell.count > 1, Self.areDigits(closed) else {
      self.init(cell)
      return
    }
    let whole = Double(Self.number(closed))
    let decimals = 7 &- Int(truncatingIfNeeded: bit &>> 3)
    // A division takes as long as all the rest.
    self.init(value: decimals == 0 ? whole : whole / PowersOfTen.double(decimals), isNumber: true)
  }

  /// The number that a cell of at most eight digits spells; `nil` for any other cell.
  ///
  /// The cell lies in a block, so that eight bytes from its start may be loaded.
  @inline(always)
  static func wholeNumber(padded cell: UnsafeBufferPointer<UInt8>) -> Int? {
    guard let digits = digits(cell), areDigits(digits) else { return nil }
    return number(digits)
  }

  /// A decimal point where digits count from zero.
  private static var point: UInt8 { UInt8(ascii: ".") ^ UInt8(ascii: "0") }

  /// The digits of a cell of at most eight characters, a byte each: the last one in the highest
  /// byte, zeros before the first one. A byte of another character is not less than ten.
  @inline(always)
  private static func digits(_ cell: UnsafeBufferPointer<UInt8>) -> UInt64? {
    // One comparison for 1...8.
    guard UInt(bitPattern: cell.count &- 1) < 8 else { return nil }
    let loaded = cell.paddedWord(at: 0)
    let free = UInt64(truncatingIfNeeded: (8 &- cell.count) &* 8)
    return (loaded ^ 0x3030_3030_3030_3030) &<< free
  }

  /// Whether every byte is less than ten.
  @inline(always)
  private static func areDigits(_ digits: UInt64) -> Bool {
    ((digits &+ 0x7676_7676_7676_7676) | digits) & 0x8080_8080_8080_8080 == 0
  }

  /// The number with eight digits, the first one in the lowest byte.
  @inline(always)
  private static func number(_ digits: UInt64) -> Int {
    let pairs = digits &* 10 &+ (digits &>> 8)
    let high = (pairs & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
    let low = ((pairs &>> 16) & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
    return Int(truncatingIfNeeded: (high &+ low) &>> 32)
  }
}
