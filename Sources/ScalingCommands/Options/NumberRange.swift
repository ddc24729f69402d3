/// A range that is written LOW..HIGH, with at most one end left out.
struct NumberRange {
  private let lower: Double
  private let upper: Double

  /// Nil for text of another form.
  init?(_ text: String) {
    // Two dots that follow a digit's own dot still divide: 1...2 is 1. and .2, refused as unclear.
    let characters = Array(text)
    let places = characters.indices.dropLast().filter {
      characters[$0] == "." && characters[$0 + 1] == "."
    }
    guard places.count == 1, let place = places.first else { return nil }
    let low = String(characters[..<place])
    let high = String(characters[(place + 2)...])
    guard !(low.isEmpty && high.isEmpty),
      let lower = low.isEmpty ? -Double.infinity : Double(low),
      let upper = high.isEmpty ? Double.infinity : Double(high),
      !lower.isNaN, !upper.isNaN
    else { return nil }
    self.lower = lower
    self.upper = upper
  }

  /// The range; nil where the low end does not lie below the high one.
  var range: ClosedRange<Double>? { lower < upper ? lower...upper : nil }
}
