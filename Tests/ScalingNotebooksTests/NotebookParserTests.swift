import Testing

@testable import ScalingNotebooks

/// Blocks, outputs and values are found where Markdown has them.
struct NotebookParserTests {
  @Test("a block has its line, its name and its commands, continued lines joined")
  func block() throws {
    let text =
      "# T\n\n```scaling id=fit\nscaling fit a.csv \\\n  --level 0.9\n# a remark\n\n"
      + "scaling plot b.csv\n```\nend\n"
    let notebook = try Notebook(text, name: "n.md")
    let block = try #require(notebook.blocks.first)
    #expect(notebook.blocks.count == 1)
    #expect(block.line == 3)
    #expect(block.end == 9)
    #expect(block.id == "fit")
    #expect(block.output == nil)
    #expect(
      block.commands == [
        .init(number: 4, words: ["scaling", "fit", "a.csv", "--level", "0.9"]),
        .init(number: 8, words: ["scaling", "plot", "b.csv"]),
      ])
  }

  @Test(
    "fences of any length, of tildes and indented open a block; others do not",
    arguments: [
      ("````scaling\nscaling fit a\n````\n", 1), ("~~~ scaling\nscaling fit a\n~~~\n", 1),
      ("  ```scaling\n  scaling fit a\n  ```\n", 1), ("    ```scaling\n    scaling fit a\n", 0),
      ("```sh\nscaling fit a\n```\n", 0), ("````md\n```scaling\nscaling fit a\n```\n````\n", 0),
      ("<!--\n```scaling\nscaling fit a\n```\n-->\n", 0), ("", 0),
      ("```scaling\r\nscaling fit a\r\n```\r\n", 1), ("```scaling\nscaling fit a\n```", 1),
    ])
  func fences(_ text: String, _ count: Int) throws {
    #expect(try Notebook(text, name: "n.md").blocks.count == count)
  }

  @Test("the output below a block is found as far as its end, fences in it skipped")
  func output() throws {
    let text = """
      ```scaling
      scaling fit a
      ```

      <!-- scaling:output 1.0 12ab 34cd - 56ef -->
      ````text
      ```
      <!-- scaling:end -->
      ````
      <!-- scaling:end -->
      after
      """
    let output = try #require(try Notebook(text, name: "n.md").blocks[0].output)
    #expect(output.lines == 4..<10)
    #expect(
      output.marker
        == .recorded(
          OutputRecord(
            version: "1.0", commands: "12ab", output: "34cd", values: nil, inputs: ["56ef"])))
    #expect(output.body.count == 4)
  }

  @Test(
    "a broken notebook is refused with the line",
    arguments: [
      ("a\n```scaling\nscaling fit a\n", "n.md, line 2: the block that begins here is not closed"),
      (
        "```\ntext\n",
        "n.md, line 1: the block that begins here is not closed: end it with a line of ```"
      ),
      ("```scaling\nrm a\n```\n", "n.md, line 2: only commands of scaling run in a notebook"),
      ("```scaling\nscaling fit a | b\n```\n", "n.md, line 2: pipes (|) do not run"),
      ("```scaling\n\n```\n", "n.md, line 1: there is no command in this block"),
      ("```scaling name=a\nscaling fit a\n```\n", "n.md, line 1: a block may have a name"),
      ("\n<!-- scaling:end -->\n", "n.md, line 2: there is no <!-- scaling:output"),
      ("<!-- scaling:output a b -->\n", "n.md, line 1: this output belongs to no block"),
      (
        "```scaling\nscaling fit a\n```\n<!-- scaling:output a b -->\n",
        "n.md, line 4: the output that begins here has no end"
      ),
      (
        "```scaling id=a\nscaling fit a\n```\n```scaling id=a\nscaling fit b\n```\n",
        "n.md, line 4: the block at line 1 has the name a too"
      ),
      ("x {{ fit.b }}\n", "n.md, line 1: the value {{ fit.b }} belongs to no block"),
      ("x {{ fit }}\n", "n.md, line 1: \"fit\" is no value"),
      ("x {{ fit.b\n", "n.md, line 1: a value is not closed"),
    ])
  func broken(_ text: String, _ message: String) {
    let error = #expect(throws: NotebookProblems.self) { try Notebook(text, name: "n.md") }
    #expect(error?.description.hasPrefix(message) == true, "\(error?.description ?? "")")
  }

  @Test("everything that is wrong is said at once, in the order of the lines")
  func allProblems() {
    let text =
      "{{ a.x }} {{ b.y }}\n```scaling id=b\nrm b\n```\n```scaling x=1\nscaling fit a\n```\n"
      + "> ```scaling\n> scaling fit a\n> ```\n\n```scaling\n"
    let error = #expect(throws: NotebookProblems.self) { try Notebook(text, name: "n.md") }
    #expect(error?.all.map(\.line) == [1, 3, 5, 8, 12])
    #expect(error?.description.contains("n.md, line 8: a scaling block in a block quote") == true)
  }

  @Test(
    "a block in a list item runs in it, and its output stays there",
    arguments: [
      ("- a\n\n  ```scaling\n  scaling fit a\n  ```\n- b", 2),
      ("10. a\n\n    ```scaling\n    scaling fit a\n    ```\n", 4),
      ("- ```scaling\n  scaling fit a\n  ```\n", 2),
      ("- a\n  1. b\n\n     ```scaling\n     scaling fit a\n     ```\n", 5),
      ("- a\n\n```scaling\nscaling fit a\n```\n", 0),
    ])
  func listItems(_ text: String, _ indent: Int) throws {
    let notebook = try Notebook(text, name: "n.md")
    let block = try #require(notebook.blocks.first)
    #expect(block.indent == indent && block.commands.count == 1)
    let output = [OutputMarker.failed.line, "```text", "", "1", "```"]
    let renewed = notebook.text(outputs: [0: output + [OutputMarker.end]], values: [:])
    let space = String(repeating: " ", count: indent)
    #expect(renewed.contains("\n\(space)```text\n\n\(space)1\n\(space)```\n"))
    let again = try Notebook(renewed, name: "n.md")
    #expect(again.blocks.count == 1)
    #expect(again.blocks[0].output?.body == Array(output.dropFirst()))
  }

  @Test(
    "what is escaped, and code by its indentation, holds no values",
    arguments: [
      ("\\{{ a.x }}\n", 0), ("{\\{ a.x }}\n", 0), ("\\\\{{ a.x }}\n", 1),
      ("p\n\n    {{ a.x }}\n", 0),
      ("\t{{ a.x }}\n", 0), ("p\n    {{ a.x }}\n", 1), ("- i\n\n    {{ a.x }}\n", 1),
      ("- i\n\n      {{ a.x }}\n", 0),
    ])
  func literals(_ text: String, _ count: Int) throws {
    let block = "\n```scaling id=a\nscaling fit a\n```\n"
    #expect(try Notebook(text + block, name: "n.md").slots.count == count)
  }

  @Test("values are found in prose, written or filled in, and not in code")
  func slots() throws {
    let text =
      "a {{ f.x }} and <data value=\"f.y.z\">6 points</data>, not `{{ f.x }}` nor {x}\n\n"
      + "```scaling id=f\nscaling fit a\n```\n"
    let slots = try Notebook(text, name: "n.md").slots
    #expect(slots.map(\.name) == ["f.x", "f.y.z"])
    #expect(slots.map(\.text) == [nil, "6 points"])
    #expect(slots.map(\.path) == ["x", "y.z"])
  }
}
