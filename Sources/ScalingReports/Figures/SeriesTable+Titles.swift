internal import ScalingData

extension SeriesTable {
  /// The table with the axis titles that the options ask for.
  func retitled(_ options: FigureOptions) -> SeriesTable {
    SeriesTable(
      inputs: inputs, roles: roles,
      x: AxisDescription(
        column: x.column, title: options.xTitle ?? x.title, quantity: x.quantity),
      y: ValueDescription(
        column: y.column, unit: y.unit, title: options.yTitle ?? y.title, doubt: y.doubt),
      series: series, notes: notes, omitted: omitted)
  }
}
