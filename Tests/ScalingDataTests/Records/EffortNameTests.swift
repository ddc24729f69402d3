import Testing

@testable import ScalingData

/// Names without the effort at their end.
struct EffortNameTests {
  @Test(
    "efforts and token budgets at the end are taken off, nothing else",
    arguments: [
      ("o3-2025-04-16-high", "o3-2025-04-16"), ("gpt-5-2025-08-07-minimal", "gpt-5-2025-08-07"),
      ("Claude 3.7 Thinking 16K", "Claude 3.7"), ("claude_sonnet_4_6_max", "claude_sonnet_4_6"),
      ("o3-mini", "o3-mini"), ("gpt-5 (xhigh)", "gpt-5"), ("high", "high"), ("16k", "16k"),
      ("llama-7b", "llama-7b"), ("", ""),
    ])
  func stems(name: String, stem: String) {
    #expect(EffortName.stem(name) == stem)
  }
}
