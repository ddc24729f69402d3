/// The lines in which two texts differ, as `diff -u` writes them.
public struct UnifiedDiff {
  /// The text of the difference; empty when there is none.
  public let text: String

  private struct Line {
    let sign: Character
    let text: String
    /// The lines of both texts before this one.
    let before: (old: Int, new: Int)
  }

  /// Compares two texts.
  ///
  /// - Parameters:
  ///   - old: the text as it is.
  ///   - new: the text as it should be.
  ///   - name: the file, for the heading.
  ///   - context: equal lines shown around each difference.
  public init(_ old: String, _ new: String, name: String, context: Int = 3) {
    let lines = Self.lines(Self.split(old), Self.split(new))
    let hunks = Self.hunks(lines, context)
    guard !hunks.isEmpty else {
      text = ""
      return
    }
    text =
      "--- \(name)\n+++ \(name) (as a run makes it)\n"
      + hunks.map { Self.text(lines[$0]) }.joined()
  }

  private static func split(_ text: String) -> [String] {
    var lines = text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    if lines.last == "" { lines.removeLast() }
    return lines
  }

  /// Both texts as one sequence of kept, removed and added lines.
  private static func lines(_ old: [String], _ new: [String]) -> [Line] {
    var removed: Set<Int> = []
    var added: Set<Int> = []
    for change in new.difference(from: old) {
      switch change {
      case .remove(let offset, _, _): removed.insert(offset)
      case .insert(let offset, _, _): added.insert(offset)
      }
    }
    var result: [Line] = []
    var at = (old: 0, new: 0)
    while at.old < old.count || at.new < new.count {
      if removed.contains(at.old) {
        result.append(Line(sign: "-", text: old[at.old], before: at))
        at.old += 1
      } else if added.contains(at.new) {
        result.append(Line(sign: "+", text: new[at.new], before: at))
        at.new += 1
      } else {
        result.append(Line(sign: " ", text: old[at.old], before: at))
        at = (at.old + 1, at.new + 1)
      }
    }
    return result
  }

  /// The stretches to show: differences with their context, joined where they touch.
  private static func hunks(_ lines: [Line], _ context: Int) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].sign != " " {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }

  private static func text(_ lines: ArraySlice<Line>) -> String {
    guard let first = lines.first else { return "" }
    let oldCount = lines.count { $0.sign != "+" }
    let newCount = lines.count { $0.sign != "-" }
    let head =
      "@@ -\(place(first.before.old, oldCount)) +\(place(first.before.new, newCount)) @@\n"
    return head + lines.map { "\($0.sign)\($0.text)\n" }.joined()
  }

  /// First line and count; an empty stretch is named by the line before it.
  private static func place(_ before: Int, _ count: Int) -> String {
    count == 0 ? "\(before),0" : count == 1 ? "\(before + 1)" : "\(before + 1),\(count)"
  }
}
