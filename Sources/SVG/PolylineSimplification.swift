/// Chooses the points of a polyline that are needed to draw it within a tolerance.
///
/// The Ramer–Douglas–Peucker method: a point is kept when leaving it out would move the drawn
/// line by more than the tolerance. The first and last points are always kept.
///
/// - Parameters:
///   - xs: Horizontal coordinates.
///   - ys: Vertical coordinates, as many as `xs`.
///   - tolerance: Largest distance, in pixels, of a dropped point from the drawn line.
/// - Returns: Indices of the points to keep, in order.
public func simplifiedPolyline(xs: [Double], ys: [Double], tolerance: Double = 0.05) -> [Int] {
  precondition(xs.count == ys.count, "a polyline needs as many x as y values")
  guard xs.count > 2 else { return Array(xs.indices) }
  var keeps = [Bool](repeating: false, count: xs.count)
  keeps[0] = true
  keeps[xs.count - 1] = true
  var pending = [(0, xs.count - 1)]
  while let (first, last) = pending.popLast() {
    guard last - first > 1 else { continue }
    var farthest = first
    var greatest = tolerance
    for index in (first + 1)..<last {
      let distance = distanceToSegment(index, from: first, to: last, xs: xs, ys: ys)
      if distance > greatest {
        greatest = distance
        farthest = index
      }
    }
    if farthest == first { continue }
    keeps[farthest] = true
    pending.append((first, farthest))
    pending.append((farthest, last))
  }
  return keeps.indices.filter { keeps[$0] }
}

private func distanceToSegment(
  _ index: Int, from first: Int, to last: Int, xs: [Double], ys: [Double]
) -> Double {
  let dx = xs[last] - xs[first]
  let dy = ys[last] - ys[first]
  let px = xs[index] - xs[first]
  let py = ys[index] - ys[first]
  let lengthSquared = dx * dx + dy * dy
  guard lengthSquared > 0 else { return (px * px + py * py).squareRoot() }
  let along = min(max((px * dx + py * dy) / lengthSquared, 0), 1)
  let ex = px - along * dx
  let ey = py - along * dy
  return (ex * ex + ey * ey).squareRoot()
}
