/// The curves of a family on a fine grid of its one or two shape parameters, row after row, and
/// which of them a first look takes.
struct ShapeGrid: Sendable {
  let rows: Int
  let columns: Int
  /// Every so many rows and columns belong to the first look.
  let stride: Int
  private(set) var curves: [[Double]]

  /// A family without shape parameters.
  init(_ curve: [Double]) {
    (rows, columns, stride) = (1, 1, 1)
    curves = [curve]
  }

  /// A family with one.
  init(_ values: [Double], stride: Int = 8, curve: (Double) -> [Double]) {
    (rows, columns, self.stride) = (values.count, 1, stride)
    curves = values.map(curve)
  }

  /// A family with two.
  init(
    _ values: [Double], _ others: [Double], stride: Int, curve: (Double, Double) -> [Double]
  ) {
    (rows, columns, self.stride) = (values.count, others.count, stride)
    curves = values.flatMap { value in others.map { curve(value, $0) } }
  }

  /// The same grid with other curves.
  func mapped(_ curve: ([Double]) -> [Double]) -> ShapeGrid {
    var grid = self
    grid.curves = curves.map(curve)
    return grid
  }

  /// The places of the first look.
  var coarse: [Int] {
    Swift.stride(from: 0, to: rows, by: stride).flatMap { row in
      Swift.stride(from: 0, to: columns, by: stride).map { row * columns + $0 }
    }
  }

  /// The rows and columns nearer to a place than the next ones of the first look.
  func neighbourhood(of place: Int) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let (row, column) = (place / columns, place % columns)
    return (
      max(row - stride + 1, 0)...min(row + stride - 1, rows - 1),
      max(column - stride + 1, 0)...min(column + stride - 1, columns - 1)
    )
  }
}
