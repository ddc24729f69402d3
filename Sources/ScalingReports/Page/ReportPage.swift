internal import HTML
public import ScalingAnalysis
public import ScalingData

/// The page of `scaling report`: one self-contained file that tells what is in a table, what was
/// found, and how sure that is.
///
/// The verdict comes first, in words; then the figure, then the tables behind it. What grows with
/// the table is bounded, and the page says where it stops.
public struct ReportPage: Sendable {
  /// What was found in the table.
  public enum Subject: Sendable {
    /// Curves fitted to points.
    case curves(FitReport, ceiling: CeilingOutcome, source: CondensedTable)
    /// Votes over repeated samples.
    case samples(VotesReport)
    /// Nothing: the reason why the table could not be read as curves.
    case unread(String)
  }

  /// Whether curves have a plateau, or why that could not be asked.
  public enum CeilingOutcome: Sendable {
    /// The answers.
    case report(CeilingReport)
    /// Why there are none.
    case unavailable(String)
  }

  /// What is in the table.
  public let inspection: Inspection
  /// What was found in it.
  public let subject: Subject
  /// Claims that were judged, if any were given.
  public let claims: CheckReport?
  /// Replaces the title and the names of the axes.
  public let options: FigureOptions

  /// A page from what was found.
  public init(
    inspection: Inspection, subject: Subject, claims: CheckReport? = nil,
    options: FigureOptions = FigureOptions()
  ) {
    self.inspection = inspection
    self.subject = subject
    self.claims = claims
    self.options = options
  }

  /// The page: the same input gives the same bytes.
  public var shell: PageShell {
    let parts = parts
    var figures = PageBudget.figures
    let opening = parts.opening(&figures)
    let claimed = claims.map(ClaimsSection.init)
    let claims = claimed?.nodes(&figures) ?? []
    let content =
      [
        .element(.p, [.class("kicker")], text: parts.kicker),
        .element(.h1, text: parts.title),
      ] + (claimed?.verdicts ?? []) + opening + parts.details + claims
      + DataSection(inspection, notes: parts.notes, hasAxes: parts.hasAxes).nodes
    var files = PageBudget.files(after: content)
    return PageShell(
      title: "\(parts.title) – \(FigureSource.name(inspection.input.path))",
      content: content + Self.downloads(parts.files + commonFiles, &files),
      footer: [.element(.p, text: origin)])
  }

  private var parts: any ReportParts {
    switch subject {
    case .curves(let fits, let ceiling, let source): CurveParts(fits, ceiling, source, options)
    case .samples(let votes): VoteParts(votes, options)
    case .unread(let reason): UnreadParts(inspection, reason, options)
    }
  }

  private var commonFiles: [PageFile] {
    let name = inspection.input.path
    var files = [
      PageFile(
        "inspect.json", type: "application/json", Array(inspection.json.text.utf8),
        words: "the columns of the table", instead: "scaling inspect \(name) --format json")
    ]
    if let claims {
      files.append(
        PageFile(
          "check.json", type: "application/json", Array(claims.json.text.utf8),
          words: "the claims with their evidence", instead: "scaling check --format json"))
    }
    return files
  }

  private static func downloads(_ files: [PageFile], _ budget: inout PageBudget) -> [HTMLNode] {
    var items: [HTMLNode] = []
    for file in files { items.append(.element(.li, [], [file.node(&budget)])) }
    return [
      .element(
        .section, [.class("downloads"), .labelledBy("files")],
        [.element(.h2, [.id("files")], text: "Files in this page"), .element(.ul, [], items)])
    ]
  }

  private var origin: String {
    let digest = parts.inputs.first?.sha256.map { ", SHA-256 \($0)" } ?? ""
    return "Made by \(ToolIdentity.name) \(ToolIdentity.version) from "
      + "\(FigureSource.name(inspection.input.path)) (\(inspection.size)\(digest)). "
      + "The same input gives the same page."
  }
}

/// What a report on a kind of table has of its own.
protocol ReportParts {
  /// The heading of the page.
  var title: String { get }
  /// The line above the heading.
  var kicker: String { get }
  /// The verdict in words, and the figures.
  func opening(_ budget: inout PageBudget) -> [HTMLNode]
  /// The tables behind it.
  var details: [HTMLNode] { get }
  /// What was read.
  var inputs: [InputIdentity] { get }
  /// Whether columns of the table are axes of curves.
  var hasAxes: Bool { get }
  /// What was chosen while reading.
  var notes: [String] { get }
  /// Files to save.
  var files: [PageFile] { get }
}

extension [String] {
  /// The texts as a list.
  var listed: [HTMLNode] {
    isEmpty ? [] : [.element(.ul, [], map { .element(.li, text: $0) })]
  }
}
