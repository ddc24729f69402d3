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

    /// Whether an id on a line is the next of the run, which it is then part of.
    @inline(always)
    mutating func takes(_ id: Int32, _ line: Int32) -> Bool {
      guard id == first &+ count else { return false }
      if count == 1 { stride = line &- self.line }
      guard line == self.line &+ stride &* count else { return false }
      count &+= 1
      return true
    }
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

  /// Adds the id of a sample; the next number of a run needs no more than a comparison.
  @inline(always)
  mutating func add(_ record: Record, _ index: Int, question: Int) {
    let line = Int32(truncatingIfNeeded: record.line &+ 1)
    if let id = Self.smallNumber(record.untrimmed(index)), isNext(id, question, line) { return }
    addOther(record[index], question, line)
  }

  /// Adds an id that begins a run, has spaces around it or is no small number.
  @inline(never)
  private mutating func addOther(
    _ cell: UnsafeBufferPointer<UInt8>, _ question: Int, _ line: Int32
  ) {
    let owner = Int32(truncatingIfNeeded: question)
    guard let id = Self.smallNumber(cell) else {
      hashes.append(Hashed(question: owner, line: line, hash: ByteHash.padded(cell)))
      return
    }
    if isNext(id, question, line) { return }
    while open.count <= question { open.append(-1) }
    open.base[question] = Int32(truncatingIfNeeded: runs.count)
    runs.append(Run(question: owner, first: id, count: 1, line: line, stride: 0))
  }

  /// Whether an id is the next of the open run of its question, which it is then part of.
  @inline(always)
  private mutating func isNext(_ id: Int32, _ question: Int, _ line: Int32) -> Bool {
    guard question < open.count, open.base[question] >= 0 else { return false }
    return (runs.base + Int(open.base[question])).pointee.takes(id, line)
  }

  /// The value of up to eight digits without a leading zero.
  @inline(always)
  private static func smallNumber(_ cell: UnsafeBufferPointer<UInt8>) -> Int32? {
    guard let value = NumberScan.wholeNumber(padded: cell),
      cell.count == 1 || cell[0] != UInt8(ascii: "0")
    else { return nil }
    return Int32(truncatingIfNeeded: value)
  }
}
