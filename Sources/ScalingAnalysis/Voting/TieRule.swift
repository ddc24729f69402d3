/// What a vote scores when several answers have the most votes.
public enum TieRule: String, Sendable, Codable, CaseIterable {
  /// The credit is shared: one over the number of tied answers when a right one is among them.
  case split
  /// The tied answer that was emitted first wins.
  case first
  /// A tied vote is not right.
  case none
}

/// What a sample does whose answer could not be read.
public enum UnparsedVotes: String, Sendable, Codable, CaseIterable {
  /// All such samples vote for one answer that is never right.
  case count
  /// They abstain: they are drawn and paid for, but vote for nothing.
  case abstain
}

/// How the samples of a vote are drawn from those of a question.
public enum VoteDraw: String, Sendable, Codable, CaseIterable {
  /// Each sample at most once: the unbiased estimate for a vote of fresh samples, up to k = n.
  case without
  /// Each sample any number of times: the plug-in estimate, for any k.
  case with
}
