internal import ScalingData

extension ValueDescription {
  /// The doubt about the unit as a remark of a report.
  var remark: String? {
    doubt.map {
      "mixed-units: \(column) is read in percent, but \($0): correct the cells, or say what holds "
        + "with --y-unit"
    }
  }
}
