internal import ScalingData

/// Which series stand in which panel, how they are called there, and which colour they have.
struct FacetPlan {
  /// One panel.
  struct Facet {
    /// The value that its series share; nil without facets.
    var heading: String?
    /// The positions of its series in the table.
    var members: [Int]
  }

  /// In order of first appearance.
  private(set) var facets: [Facet]
  /// What is left of each name without the value in the heading; nil when nothing is.
  private(set) var names: [String?]
  /// The number of each series' colour: the same for the same name in every panel.
  private(set) var styles: [Int]

  /// A panel for each value of a series column, or one panel for all series.
  init(_ table: SeriesTable, by column: String?) {
    let place = table.roles.series.firstIndex { $0.column == column }
    guard let place, table.series.allSatisfy({ $0.labels.indices.contains(place) }) else {
      facets = [Facet(heading: nil, members: Array(table.series.indices))]
      names = table.series.map(\.name)
      styles = Array(table.series.indices)
      return
    }
    facets = []
    names = []
    styles = []
    var panels: [String: Int] = [:]
    var colors: [String: Int] = [:]
    for (index, series) in table.series.enumerated() {
      let value = series.labels[place]
      let panel = panels[value] ?? facets.count
      if panel == facets.count { facets.append(Facet(heading: value, members: [])) }
      panels[value] = panel
      facets[panel].members.append(index)
      var rest = series.labels
      rest.remove(at: place)
      let name = rest.joined(separator: ", ")
      names.append(rest.isEmpty ? nil : name)
      let color = colors[name] ?? colors.count
      colors[name] = color
      styles.append(color)
    }
  }

  /// The most series in one panel.
  var largest: Int { facets.map(\.members.count).max() ?? 0 }
}
