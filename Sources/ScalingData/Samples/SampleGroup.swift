/// One model, temperature or budget: whatever the grouping columns tell apart.
public struct SampleGroup: Sendable, Equatable {
  /// The cells of the grouping columns, separated by a comma and a space.
  public let name: String
  /// The questions in order of first appearance in the group.
  public let questions: [QuestionSamples]

  /// Creates a group.
  public init(name: String, questions: [QuestionSamples]) {
    self.name = name
    self.questions = questions
  }
}
