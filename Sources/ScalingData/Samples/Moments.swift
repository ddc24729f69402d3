/// The count, the sum and the sum of squares of numbers: enough for a mean and its spread.
public struct Moments: Sendable, Equatable, Codable, BitwiseCopyable {
  /// How many numbers there are; missing ones are not among them.
  public var count: Int
  /// Their sum.
  public var sum: Double
  /// The sum of their squares.
  public var sumOfSquares: Double

  /// Creates the moments of no number, or of those given.
  public init(count: Int = 0, sum: Double = 0, sumOfSquares: Double = 0) {
    self.count = count
    self.sum = sum
    self.sumOfSquares = sumOfSquares
  }

  /// The mean, when there is a number.
  public var mean: Double? { count > 0 ? sum / Double(count) : nil }

  /// Adds a number, or the same number several times.
  @inline(__always)
  mutating func add(_ value: Double, times: Int = 1) {
    count &+= times
    let product = value * Double(times)
    sum += product
    sumOfSquares += value * product
  }

  /// Adds the numbers of other moments.
  mutating func add(_ other: Moments) {
    count += other.count
    sum += other.sum
    sumOfSquares += other.sumOfSquares
  }
}
