import Testing

@testable import ScalingReports

/// Names of models without their dates.
struct UndatedNameTests {
  @Test(
    "dates are taken out, other numbers stay",
    arguments: [
      ("gpt-5-2025-08-07-high", "gpt-5-high"), ("claude-opus-4-20250514", "claude-opus-4"),
      ("o1-mini-2024-09-12", "o1-mini"), ("grok-4-0709", "grok-4-0709"), ("20250514", "20250514"),
      ("gemini-3-1-pro", "gemini-3-1-pro"),
    ])
  func undated(name: String, short: String) {
    #expect(UndatedName.of(name) == short)
  }

  @Test("names that only their dates tell apart keep them")
  func unique() {
    let names = ["o3-2025-04-16", "o3-2025-06-10", "o4-2025-04-16"]
    #expect(UndatedName.all(names) == ["o3-2025-04-16", "o3-2025-06-10", "o4"])
  }
}
