import Testing

@testable import ScalingData

@Suite struct AnswerFormTests {
  @Test(arguments: [
    ("0.5", ".50"), ("0.5", "5e-1"), ("0.5", "5E-1"), ("1,000", "1000"), ("1,000.0", "1e3"),
    ("-0", "0"), ("+7", "7.0"), ("007", "7"), ("Yes", " yes "), ("new  york", "New York"),
    ("a\tb", "a b"), ("É", "é"),
    ("123456789012345678901234567890", "1.2345678901234567890123456789e29"),
  ])
  func equal(first: String, second: String) {
    #expect(AnswerForm(first) == AnswerForm(second))
  }

  @Test(arguments: [
    ("0.5", "1/2"), ("50%", "0.5"), ("50%", "50"), ("$5", "5"), ("1,00", "100"),
    ("(1,000)", "1000"),
    ("", "0"), ("e", "0"), ("a b", "ab"), ("9007199254740993", "9007199254740992"), ("-1", "1"),
    ("1e5000", "1e5001"), ("nan", "0"),
  ])
  func different(first: String, second: String) {
    #expect(AnswerForm(first) != AnswerForm(second))
  }
}
