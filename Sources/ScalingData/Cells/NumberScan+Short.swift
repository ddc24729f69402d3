extension NumberScan {
  /// Reads a cell that lies in a block, so that eight bytes from its start may be loaded.
  ///
  /// Up to eight digits with an optional point, most numbers of most tables, are read as one
  /// word without a loop (Lemire 2021, section 9); anything else goes the long way.
  @inline(__always)
  init(padded cell: UnsafeBufferPointer<UInt8>) {
    let count = cell.count
    guard count > 0, count <= 8, let base = cell.baseAddress else {
      self.init(cell)
      return
    }
    let loaded = UnsafeRawPointer(base).loadUnaligned(as: UInt64.self)
    let free = UInt64(truncatingIfNeeded: (8 &- count) &* 8)
    // The last character goes to the highest byte; zeros stand before the first one.
    var word = UInt64(littleEndian: loaded) &<< free
    word |= 0x3030_3030_3030_3030 & ~(UInt64.max &<< free)
    var decimals = 0
    var digits = count
    let points = ByteLanes(repeating: UInt8(ascii: ".")).matches(word)
    if points != 0 {
      let bit = UInt64(truncatingIfNeeded: points.trailingZeroBitCount &- 7)
      decimals = 7 &- Int(truncatingIfNeeded: bit &>> 3)
      digits &-= 1
      let before = word & ~(UInt64.max &<< bit)
      let behind = word & (UInt64.max &<< bit) & ~(0xff &<< bit)
      word = behind | before &<< 8 | 0x30
    }
    let areDigits =
      (word & 0xf0f0_f0f0_f0f0_f0f0)
      | (((word &+ 0x0606_0606_0606_0606) & 0xf0f0_f0f0_f0f0_f0f0) &>> 4)
    guard areDigits == 0x3333_3333_3333_3333, digits > 0 else {
      self.init(cell)
      return
    }
    let whole = Double(Self.eightDigits(word))
    // A division takes as long as all the rest, and most counts have no decimals.
    self.init(value: decimals == 0 ? whole : whole / PowersOfTen.double(decimals), isNumber: true)
  }

  /// The number that eight ASCII digits spell, the first one in the lowest byte.
  @inline(__always)
  private static func eightDigits(_ word: UInt64) -> UInt64 {
    let digits = word &- 0x3030_3030_3030_3030
    let pairs = digits &* 10 &+ (digits &>> 8)
    let high = (pairs & 0x0000_00ff_0000_00ff) &* 0x000f_4240_0000_0064
    let low = ((pairs &>> 16) & 0x0000_00ff_0000_00ff) &* 0x0000_2710_0000_0001
    return (high &+ low) &>> 32
  }
}
