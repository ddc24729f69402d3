/// The sample ids of one block, question by question.
///
/// Ids that count up within a question while the lines grow evenly, as in nearly all tables,
/// are one run; anything else is a run of its own or, where it is no small number, a hash.
struct SampleIDList {
  /// Ids first, first + 1, … on lines line, line + stride, …
  struct Run: BitwiseCopyable {
    var question: Int32
    var first: Int32
    var count: Int32
    var line: Int32
    var stride: Int32
  }

  /// An id that is no small number.
  struct Hashed: BitwiseCopyable {
    var question: Int32
    var line: Int32
    var hash: UInt64
  }

  private(set) var runs = GrowingBuffer<Run>(capacity: 64)
  private(set) var hashes = GrowingBuffer<Hashed>(capacity: 16)
  /// For each question the run that may go on.
  private var open = GrowingBuffer<Int32>(capacity: 64)

  func deallocate() {
    runs.deallocate()
    hashes.deallocate()
    open.deallocate()
  }

  /// Adds the id of a sample.
  @inline(__always)
  mutating func add(_ cell: UnsafeBufferPointer<UInt8>, question: Int, line: Int) {
    while open.count <= question { open.append(-1) }
    let line = Int32(truncatingIfNeeded: line)
    guard let id = Self.smallNumber(cell) else {
      hashes.append(
        Hashed(
          question: Int32(truncatingIfNeeded: question), line: line, hash: ByteHash.padded(cell)))
      return
    }
    let last = Int(open.base[question])
    if last >= 0 {
      let run = runs.base + last
      if id == run.pointee.first &+ run.pointee.count {
        if run.pointee.count == 1 { run.pointee.stride = line &- run.pointee.line }
        if line == run.pointee.line &+ run.pointee.stride &* run.pointee.count {
          run.pointee.count &+= 1
          return
        }
      }
    }
    open.base[question] = Int32(truncatingIfNeeded: runs.count)
    runs.append(
      Run(
        question: Int32(truncatingIfNeeded: question), first: id, count: 1, line: line, stride: 0))
  }

  /// The value of up to eight digits without a leading zero.
  @inline(__always)
  private static func smallNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard cell.count > 0, cell.count <= 8 else { return nil }
    var value: Int32 = 0
    for byte in cell {
      let digit = byte &- UInt8(ascii: "0")
      guard digit < 10 else { return nil }
      value = value &* 10 &+ Int32(digit)
    }
    return cell[0] == UInt8(ascii: "0") && cell.count > 1 ? nil : value
  }
}
