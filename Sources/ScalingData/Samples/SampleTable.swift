/// Samples of one or several tables, reduced to counts per group, question and answer.
public struct SampleTable: Sendable, Equatable {
  /// The groups in order of first appearance.
  public let groups: [SampleGroup]
  /// The inputs, in the order given.
  public let inputs: [InputIdentity]
  /// Choices made and rows left out, one sentence each, for the standard error stream.
  public let notes: [String]
  /// The columns in their roles, and how they were chosen.
  public let roles: SampleRoles

  /// Creates a table from its parts, for instance from simulated samples.
  public init(
    groups: [SampleGroup], inputs: [InputIdentity] = [], notes: [String] = [],
    roles: SampleRoles = SampleRoles()
  ) {
    self.groups = groups
    self.inputs = inputs
    self.notes = notes
    self.roles = roles
  }
}
