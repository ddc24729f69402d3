/// The two percentiles of a sample that leave out a tail on either side (type 7 of Hyndman and Fan
/// 1996), by selection; reorders the sample.
func percentileEnds(_ sample: UnsafeMutableBufferPointer<Double>, tail: Double) -> (
  lower: Double, upper: Double
) {
  return (quantile(sample, tail), quantile(sample, 1 - tail))
}

/// A quantile by selection; reorders the sample, which must not be empty.
func quantile(_ sample: UnsafeMutableBufferPointer<Double>, _ probability: Double) -> Double {
  let position = Double(sample.count - 1) * min(max(probability, 0), 1)
  let index = Int(position)
  select(sample, index)
  let value = sample[index]
  guard index + 1 < sample.count, position > Double(index) else { return value }
  var next = sample[index + 1]
  for other in (index + 1)..<sample.count { next = min(next, sample[other]) }
  return value + (position - Double(index)) * (next - value)
}

/// Hoare's selection: afterwards the element at `rank` is in its sorted place, with none larger
/// before it and none smaller after it.
///
/// In a long range the pivot is the element of a small sorted sample whose share is nearest to
/// the rank's, so that a percentile near the end throws most of the range away at once.
private func select(_ sample: UnsafeMutableBufferPointer<Double>, _ rank: Int) {
  guard let values = sample.baseAddress else { return }
  var low = 0
  var high = sample.count - 1
  while low < high {
    let pivot = pivot(values, low, high, rank)
    var left = low
    var right = high
    while left <= right {
      while values[left] < pivot { left += 1 }
      while values[right] > pivot { right -= 1 }
      if left <= right {
        let swapped = values[left]
        values[left] = values[right]
        values[right] = swapped
        left += 1
        right -= 1
      }
    }
    if rank <= right {
      high = right
    } else if rank >= left {
      low = left
    } else {
      return
    }
  }
}

/// The pivot for a rank within low...high: the middle of a short range, otherwise from 15
/// elements spread over it, a little to the far side of the rank.
private func pivot(
  _ values: UnsafeMutablePointer<Double>, _ low: Int, _ high: Int, _ rank: Int
) -> Double {
  let count = high - low + 1
  guard count > 100 else { return values[low + (high - low) / 2] }
  let size = 15
  let share = Double(rank - low) / Double(count - 1)
  let aim = share * Double(size - 1) + (share < 0.5 ? 1 : -1)
  return withUnsafeTemporaryAllocation(of: Double.self, capacity: size) { picked in
    for index in 0..<size {
      let value = values[low + index * (count - 1) / (size - 1)]
      var place = index
      while place > 0, picked[place - 1] > value {
        picked[place] = picked[place - 1]
        place -= 1
      }
      picked[place] = value
    }
    return picked[Int(min(max(aim.rounded(), 0), Double(size - 1)))]
  }
}

/// A quantile of an array by selection; reorders it.
func quantile(_ sample: inout [Double], _ probability: Double) -> Double {
  sample.withUnsafeMutableBufferPointer { quantile($0, probability) }
}
