import Testing

@testable import ScalingNotebooks

/// Differences read as those of `diff -u`.
struct UnifiedDiffTests {
  @Test("equal texts have no difference")
  func equal() {
    #expect(UnifiedDiff("a\nb\n", "a\nb\n", name: "n").text.isEmpty)
  }

  @Test("a change is shown with its context and the lines of both texts")
  func change() {
    let old = "1\n2\n3\n4\n5\n6\n7\n8\n9\n"
    let new = "1\n2\n3\n4\nfive\n6\n7\n8\n9\n10\n"
    #expect(
      UnifiedDiff(old, new, name: "n", context: 1).text == """
        --- n
        +++ n (as a run makes it)
        @@ -4,3 +4,3 @@
         4
        -5
        +five
         6
        @@ -9 +9,2 @@
         9
        +10

        """)
  }

  @Test("a text that was empty begins at line 0")
  func fromNothing() {
    #expect(UnifiedDiff("", "a\n", name: "n").text.hasSuffix("@@ -0,0 +1 @@\n+a\n"))
  }
}
