public import ScalingAnalysis
public import ScalingData

extension Claim {
  /// Judges the claim.
  ///
  /// - Parameters:
  ///   - table: what `table()` gave; none for a claim that needs no data.
  ///   - settings: the level, and what simulations take.
  ///   - progress: is told the finished share of a long judgement.
  /// - Throws: `ClaimError` when the data cannot carry it.
  public func judge(
    by table: SeriesTable?, _ settings: CheckSettings, progress: (Double) -> Void = { _ in }
  ) throws(ClaimError) -> Finding {
    guard let table else {
      if case .arithmetic(let claim) = content {
        return try ArithmeticCheck(claim: claim).finding()
      }
      throw Self.needsTable
    }
    switch content {
    case .shape(let claim): return try claim.judge(curve(table), settings, progress: progress)
    case .size(let claim):
      let unit = table.x.quantity == .date ? "years" : ""
      return try claim.judge(curve(table), settings, xUnit: unit)
    case .comparison(let claim):
      let isAccuracy = table.y.unit != .number
      return try claim.judge(
        table.series.map { .init(name: $0.name, data: CurveData($0, isAccuracy: isAccuracy)) },
        settings)
    case .arithmetic(let claim): return try ArithmeticCheck(claim: claim).finding()
    }
  }

  private static let needsTable = ClaimError("it needs a table; name one with data: {file: ...}")

  /// The table that the claim is judged by.
  ///
  /// - Throws: `ClaimError` when it needs none, cannot be read, or has dates for ratios of x.
  public func table() throws(ClaimError) -> SeriesTable {
    guard let data else { throw Self.needsTable }
    let table: SeriesTable
    do throws(DataError) {
      table = try SeriesTable(reading: data)
    } catch {
      throw ClaimError(error.description)
    }
    if table.x.quantity == .date, content.comparesRatios {
      throw ClaimError(
        "x is a date, and a doubling of the year means nothing; take the model linear, the quantity "
          + "doubling-time, or a column of the time since a start")
    }
    return table
  }

  /// The one series of its table that is meant.
  ///
  /// - Throws: `ClaimError` when there is none of that name, or several to choose from.
  public func series(_ table: SeriesTable) throws(ClaimError) -> Series {
    let names = table.series.map(\.name)
    if let seriesName {
      guard let series = table.series.first(where: { $0.name == seriesName }) else {
        let near = NearestName.suggestion(for: seriesName, among: names)
        throw ClaimError(
          "there is no series \"\(seriesName)\""
            + (near.map { "; did you mean \"\($0)\"?" }
              ?? "; the series are \(names.joined(separator: ", "))"))
      }
      return series
    }
    guard table.series.count == 1 else {
      throw ClaimError(
        "the table has \(names.count) series (\(names.prefix(6).joined(separator: ", "))); name the "
          + "one that is meant \(isFromFile ? "with data: {name: ...}" : "with --name"), or make one of "
          + "them with \(isFromFile ? "series: none" : "--series none")")
    }
    return table.series[0]
  }

  /// Whether the user writes keys and not options.
  private var isFromFile: Bool { data?.naming == .keys }

  private func curve(_ table: SeriesTable) throws(ClaimError) -> CurveData {
    CurveData(try series(table), isAccuracy: table.y.unit != .number)
  }
}

extension ShapeClaim {
  /// Judges the claim by one curve.
  ///
  /// - Throws: `ClaimError` when the data cannot carry it.
  public func judge(
    _ data: CurveData, _ settings: CheckSettings, progress: (Double) -> Void = { _ in }
  ) throws(ClaimError) -> Finding {
    try ShapeCheck(claim: self, data: data, settings: settings).finding(progress: progress)
  }
}

extension SizeClaim {
  /// Judges the claim by one curve.
  ///
  /// - Parameters:
  ///   - data: the curve.
  ///   - settings: the level, and what simulations take.
  ///   - xUnit: the unit of a distance in x, such as "years".
  /// - Throws: `ClaimError` when the data cannot carry it.
  public func judge(
    _ data: CurveData, _ settings: CheckSettings, xUnit: String = ""
  ) throws(ClaimError) -> Finding {
    try judge(JudgedCurve(data, self, level: 1 - settings.level), xUnit: xUnit)
  }

  /// Judges the claim by a curve that is fitted already, which spares several claims on one curve
  /// from fitting it again.
  ///
  /// - Parameters:
  ///   - curve: one that was made for this claim or for another of the same family.
  ///   - xUnit: the unit of a distance in x, such as "years".
  /// - Throws: `ClaimError` when the data cannot carry it.
  public func judge(_ curve: JudgedCurve, xUnit: String = "") throws(ClaimError) -> Finding {
    try SizeCheck(claim: self, curve: curve, xUnit: xUnit).finding()
  }
}

extension ComparisonClaim {
  /// A curve with the name that the claim knows it by.
  public struct Curve: Sendable {
    /// Its name.
    public let name: String
    /// Its observations.
    public let data: CurveData

    /// A curve with its name.
    public init(name: String, data: CurveData) {
      self.name = name
      self.data = data
    }
  }

  /// Judges the claim by the curves that it names.
  ///
  /// - Throws: `ClaimError` when the data cannot carry it.
  public func judge(
    _ curves: [Curve], _ settings: CheckSettings
  ) throws(ClaimError) -> Finding {
    try ComparisonCheck(claim: self, names: curves.map(\.name)) { name throws(ClaimError) in
      guard let curve = curves.first(where: { $0.name == name }) else {
        throw ClaimError("there is no series \"\(name)\"")
      }
      do throws(ClaimError) {
        return try JudgedCurve(curve.data, model, level: 1 - settings.level)
      } catch {
        throw ClaimError("series \"\(name)\": \(error.description)")
      }
    }.finding()
  }

  /// Judges the claim by curves of its family that are fitted already.
  ///
  /// - Throws: `ClaimError` when a curve is missing, or the claim is on what they do not have.
  public func judge(_ curves: [String: JudgedCurve]) throws(ClaimError) -> Finding {
    try ComparisonCheck(claim: self, names: curves.keys.sorted()) { name throws(ClaimError) in
      guard let curve = curves[name] else {
        throw ClaimError("there is no series \"\(name)\"")
      }
      return curve
    }.finding()
  }
}
