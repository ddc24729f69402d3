internal import HTML
internal import ScalingCharts

/// A figure of a page, wide and in a layout for phones, with a link that saves it.
struct PageFigure {
  let figure: Figure
  /// The name of the file without its ending.
  let name: String
  /// The scale that the figure shows, where there is a choice.
  var scale: String?

  /// The figure, or why it is not there.
  func node(_ budget: inout PageBudget) -> HTMLNode {
    do throws(ChartError) {
      return drawn(
        wide: try renderBytes(figure), narrow: try renderBytes(figure, options: Self.phone),
        &budget)
    } catch {
      return .element(.p, [.class("note")], text: "There is no figure: \(error.description)")
    }
  }

  private static let phone: RenderOptions = {
    var options = RenderOptions()
    FigureSize.phone.apply(to: &options)
    return options
  }()

  private func drawn(wide: [UInt8], narrow: [UInt8], _ budget: inout PageBudget) -> HTMLNode {
    guard budget.spend(wide.count) else {
      return .element(
        .p, [.class("note")],
        text: "The figure “\(figure.title)” is too large for this page; scaling draws it as a file."
      )
    }
    var drawings = [HTMLNode.element(.div, [.class("wide")], [.drawing(wide)])]
    if budget.spend(narrow.count) {
      drawings.insert(.element(.div, [.class("narrow")], [.drawing(narrow)]), at: 0)
    }
    let file = PageFile(
      "\(name).svg", type: "image/svg+xml", wide, words: "this figure",
      instead: "scaling draws it as a file")
    return .element(
      .figure, scale.map { [.data("scale", $0)] } ?? [],
      drawings + [.element(.figcaption, [.class("downloads")], [file.node(&budget)])])
  }
}
