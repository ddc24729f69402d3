/// How the user wants the values of y to be read.
public enum ValueUnitChoice: String, Sendable, Equatable, CaseIterable {
  /// Recognise fractions and percents per column.
  case automatic
  /// Fractions: every value lies in 0...1.
  case fraction
  /// Percents: every value lies in 0...100 and is divided by 100.
  case percent
  /// Plain numbers in any range, even where the name suggests an accuracy.
  case number
}
