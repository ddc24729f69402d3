/// The sample ids of all blocks: finds the first one that occurs twice in a question.
///
/// Numbers that are small beside the number of samples are bits, question by question; others
/// are 64-bit hashes in one set, up to a limit of memory.
struct SampleIDSet {
  /// The most ids that are kept as hashes.
  static let hashLimit = 4_000_000

  private var bits: [[UInt64]] = []
  private var counts: [Int] = []
  private var hashes = Set<UInt64>()
  /// Whether there were more hashed ids than are compared.
  private(set) var isFull = false

  /// Adds the ids of the next block; answers the first line, counted in the block, whose id
  /// its question has already, with the number of the question here.
  mutating func add(_ list: SampleIDList, questions: [Int]) -> (line: Int, question: Int)? {
    var found: (line: Int, question: Int)?
    func take(_ line: Int32, _ question: Int) {
      if Int(line) < found?.line ?? .max { found = (Int(line), question) }
    }
    for run in list.runs.elements {
      let question = questions[Int(run.question)]
      if let step = insert(run, question: question) {
        take(run.line &+ run.stride &* step, question)
      }
    }
    for id in list.hashes.elements {
      let question = questions[Int(id.question)]
      if !insert(hash: ByteHash.mixed(id.hash, UInt64(question))) { take(id.line, question) }
    }
    return found
  }

  /// Adds the numbers of a run; answers the place in it of the first that is there already.
  private mutating func insert(_ run: SampleIDList.Run, question: Int) -> Int32? {
    while counts.count <= question {
      counts.append(0)
      bits.append([])
    }
    let first = Int(run.first)
    let end = first + Int(run.count)
    guard hashes.isEmpty, end <= 64 + 32 * (counts[question] + Int(run.count)) else {
      return (0..<run.count).first { !insert(first + Int($0), question: question) }
    }
    counts[question] += Int(run.count)
    let missing = (end + 63) >> 6 - bits[question].count
    if missing > 0 { bits[question].append(contentsOf: repeatElement(0, count: missing)) }
    var position = first
    while position < end {
      let next = min(end, (position | 63) + 1)
      let mask = (UInt64.max >> UInt64(64 - (next - position))) << UInt64(position & 63)
      let present = bits[question][position >> 6] & mask
      if present != 0 {
        return Int32((position & ~63) + present.trailingZeroBitCount - first)
      }
      bits[question][position >> 6] |= mask
      position = next
    }
    return nil
  }

  /// Adds a number; false when it is there already.
  private mutating func insert(_ id: Int, question: Int) -> Bool {
    counts[question] += 1
    let hash = ByteHash.mixed(UInt64(id) | 1 << 40, UInt64(question))
    guard id < 64 + 32 * counts[question] else { return insert(hash: hash) }
    if !hashes.isEmpty, hashes.contains(hash) { return false }
    let word = id >> 6
    while bits[question].count <= word { bits[question].append(0) }
    let bit: UInt64 = 1 << UInt64(id & 63)
    if bits[question][word] & bit != 0 { return false }
    bits[question][word] |= bit
    return true
  }

  private mutating func insert(hash: UInt64) -> Bool {
    guard hashes.count < Self.hashLimit else {
      isFull = true
      return !hashes.contains(hash)
    }
    return hashes.insert(hash).inserted
  }
}
