internal import HTML
internal import ScalingData

/// The parts of a report on a table that could not be read as curves: why not, and what is in it.
struct UnreadParts: ReportParts {
  private let inspection: Inspection
  private let reason: String
  private let options: FigureOptions

  init(_ inspection: Inspection, _ reason: String, _ options: FigureOptions) {
    self.inspection = inspection
    self.reason = reason
    self.options = options
  }

  var title: String {
    options.title ?? "What is in \(FigureSource.name(inspection.input.path))"
  }

  var kicker: String { FigureSource.name(inspection.input.path) }

  func opening(_ budget: inout PageBudget) -> [HTMLNode] {
    [
      .element(
        .p, [.class("lead")],
        [.element(.strong, text: "Nothing was fitted."), .text(" \(reason)")])
    ]
  }

  var details: [HTMLNode] { [] }

  var inputs: [InputIdentity] { [inspection.input] }

  var hasAxes: Bool { false }

  var notes: [String] { inspection.notes }

  var files: [PageFile] { [] }
}
