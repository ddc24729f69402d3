internal import ScalingData

/// Records of one name and identity whose cost or score differ by more than rounding.
public struct RecordConflict: Sendable, Equatable {
  /// The name they share.
  public let name: String
  /// What else they share, such as the benchmark.
  public let identity: [String]
  /// Their places among the distinct records, in the order of the file.
  public let records: [Int]
  /// Whether their costs differ.
  public let costsDiffer: Bool
  /// Whether their scores differ.
  public let scoresDiffer: Bool
}

/// Records that stand for the same entry: repetitions of it, and contradictions. Each has a cost.
struct RecordAgreement {
  /// The records that say something new, by their places.
  let distinct: [Int]
  /// How many records say the same as an earlier one.
  let repetitionCount: Int
  /// The contradictions, in order of appearance; their records are places in `distinct`.
  private(set) var conflicts: [RecordConflict] = []

  init(_ records: [ScoredRecord]) {
    var order: [[String]] = []
    var groups: [[String]: [Int]] = [:]
    var distinct: [Int] = []
    for index in records.indices {
      let key = [records[index].name] + records[index].identity
      let known = groups[key] ?? []
      if known.contains(where: { Self.agree(records[distinct[$0]], records[index]) }) { continue }
      if known.isEmpty { order.append(key) }
      groups[key, default: []].append(distinct.count)
      distinct.append(index)
    }
    self.distinct = distinct
    repetitionCount = records.count - distinct.count
    for key in order {
      guard let places = groups[key], places.count > 1 else { continue }
      conflicts.append(Self.conflict(key, places, places.map { records[distinct[$0]] }))
    }
  }

  private static func conflict(
    _ key: [String], _ places: [Int], _ records: [ScoredRecord]
  ) -> RecordConflict {
    RecordConflict(
      name: key[0], identity: Array(key.dropFirst()), records: places,
      costsDiffer: records.contains { !costsAgree(records[0], $0) },
      scoresDiffer: records.contains { !scoresAgree(records[0], $0) })
  }

  private static func agree(_ first: ScoredRecord, _ second: ScoredRecord) -> Bool {
    costsAgree(first, second) && scoresAgree(first, second)
  }

  private static func costsAgree(_ first: ScoredRecord, _ second: ScoredRecord) -> Bool {
    isRounding(first.cost ?? .nan, first.costStep, second.cost ?? .nan, second.costStep)
  }

  private static func scoresAgree(_ first: ScoredRecord, _ second: ScoredRecord) -> Bool {
    isRounding(first.score, first.scoreStep, second.score, second.scoreStep)
  }

  /// Whether two numbers can be one, printed with other digits: half a step of the coarser apart.
  private static func isRounding(
    _ a: Double, _ stepOfA: Double, _ b: Double, _ stepOfB: Double
  ) -> Bool {
    let slack = 1e-9 * max(abs(a), abs(b))
    guard stepOfA != stepOfB else { return abs(a - b) <= slack }
    return abs(a - b) <= max(stepOfA, stepOfB) / 2 + slack
  }
}
