/// A fenced block of a notebook whose commands are run.
struct NotebookBlock: Equatable {
  /// One command of the block.
  struct Line: Equatable {
    /// Its line in the notebook, counted from 1.
    let number: Int
    /// The words of the command, the first of them the tool.
    let words: [String]
  }

  /// What an earlier run put below the block.
  struct Output: Equatable {
    /// The lines from the marker that opens it to the one that closes it, counted from 0.
    let lines: Range<Int>
    let marker: OutputMarker
    /// What stands between the markers.
    let body: [String]
  }

  /// The line of the fence, counted from 1.
  let line: Int
  /// The line after the block, counted from 0: where its output goes.
  let end: Int
  /// The column of the list item that the block is in; 0 outside of lists.
  var indent = 0
  /// The name that values in the prose refer to.
  let id: String?
  let commands: [Line]
  let output: Output?
}
