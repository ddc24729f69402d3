@testable import ScalingData

/// Collects the cells of every record as text, in order.
final class RecordCollector: RecordReducer, @unchecked Sendable {
  struct Consumer: RecordConsumer {
    var rows: [[String]] = []
    var lines: [Int] = []

    mutating func consume(_ record: Record) throws(DataError) {
      rows.append((0..<record.count).map { String(decoding: record[$0], as: UTF8.self) })
      lines.append(record.line)
    }

    mutating func consumeRagged(_ fault: RaggedRecord) throws(DataError) { throw fault.error }

    func deallocate() {}
  }

  private(set) var rows: [[String]] = []
  private(set) var lines: [Int] = []
  var names: [String] = []
  var notes: [String] = []

  func makeConsumer() -> Consumer { Consumer() }

  func merge(_ consumer: inout Consumer, startingAt line: Int) throws(DataError) {
    rows += consumer.rows
    lines += consumer.lines.map { $0 + line + 1 }
  }
}

/// The records of a text below its header.
func records(
  _ text: String, name: String = "table.csv", blockSize: Int = 1 << 16, threads: Int = 1,
  recordLimit: Int = 1 << 20
) throws -> RecordCollector {
  let file = try TemporaryTable(text, name: name)
  let limits = ReadingLimits(blockSize: blockSize, recordLimit: recordLimit)
  let table = try OpenedTable(file.location, delimiter: nil, needsDigest: false, limits: limits)
  let collector = RecordCollector()
  collector.names = table.header.names
  collector.notes = try table.run(collector, threads: threads).notes.map { note in
    note.replacing(file.path, with: name)
  }
  return collector
}

/// A generator of pseudorandom numbers that gives the same numbers everywhere (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }
}
