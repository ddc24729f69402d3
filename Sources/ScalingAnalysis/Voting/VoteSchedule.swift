/// The k at which voting curves are computed.
public enum VoteSchedule: Sendable, Equatable {
  /// Every k up to 32, then four per doubling, and the last.
  case dense
  /// Every k.
  case all
  /// These.
  case list([Int])

  /// Whether only some k are asked for.
  public var isList: Bool {
    if case .list = self { true } else { false }
  }

  /// The values of k for at most `limit` samples, in order.
  ///
  /// - Parameters:
  ///   - limit: the samples of the question that has the most.
  ///   - end: where a dense schedule stops too, such as the samples that most questions have.
  public func values(upTo limit: Int, through end: Int? = nil) -> [Int] {
    guard limit > 0 else { return [] }
    switch self {
    case .all: return Array(1...limit)
    case .list(let values): return Array(Set(values.filter { $0 >= 1 })).sorted()
    case .dense:
      var result = Array(1...min(32, limit))
      var step = 1
      while true {
        let k = Int((32 * exponentialBase2(Double(step) / 4)).rounded())
        guard k < limit else { break }
        result.append(k)
        step += 1
      }
      if limit > 32 { result.append(limit) }
      guard let end, end <= limit, !result.contains(end) else { return result }
      return (result + [end]).sorted()
    }
  }
}
