internal import ScalingAnalysis
internal import ScalingData

extension FitReport {
  /// One row per coefficient as CSV (RFC 4180): broom's `tidy` with the statistics of `glance`
  /// repeated on each row. Values that cannot be estimated are empty.
  public var csv: String {
    var lines = [
      "series,model,coefficient,role,estimate,standard_error,lower,upper,method,aicc,"
        + "aicc_difference,akaike_weight,r_squared,residual_sum_of_squares,observations"
        + (hasHoldout ? Self.holdoutHeading : "")
    ]
    for series in series {
      for entry in series.ranking?.entries ?? [] {
        for coefficient in entry.fit.coefficients {
          lines.append(
            row(
              series, entry, name: coefficient.name, role: coefficient.role.rawValue,
              estimate: coefficient.estimate, standardError: coefficient.standardError,
              coefficient.interval))
        }
        for prediction in predictions(entry.fit) {
          let x = DerivedQuantity.value(at: prediction.x).description
          lines.append(
            row(
              series, entry, name: x, role: "prediction", estimate: prediction.estimate,
              standardError: nil, prediction.confidence))
          lines.append(
            row(
              series, entry, name: x, role: "new-point", estimate: prediction.estimate,
              standardError: nil, prediction.observation))
        }
        for estimate in series.derived[entry.fit.name] ?? [] {
          lines.append(
            row(
              series, entry, name: estimate.quantity.description, role: "quantity",
              estimate: estimate.estimate, standardError: nil, estimate.interval))
        }
      }
    }
    lines += comparisons.flatMap(comparisonRows)
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(
    _ series: SeriesReport, _ entry: ModelRanking.Entry, name: String, role: String,
    estimate: Double?, standardError: Double?, _ interval: Interval?
  ) -> String {
    let number = CSVText.number
    let statistics = entry.fit.statistics
    let cells = [
      CSVText.quoted(series.name), entry.fit.name.rawValue, name, role, number(estimate),
      number(standardError), number(interval?.lower), number(interval?.upper),
      interval?.method.rawValue ?? "", number(statistics.aicc),
      number(entry.difference), number(entry.akaikeWeight), number(statistics.rSquared),
      number(statistics.residualSumOfSquares), String(statistics.observations),
    ]
    let scored = hasHoldout ? holdoutCells(series.holdout?.score(entry.fit.name)) : []
    return (cells + scored).joined(separator: ",")
  }

  private func predictions(_ fit: Fit) -> [Prediction] {
    settings.predictionsAt.isEmpty
      ? [] : Prediction.all(of: fit, at: settings.predictionsAt, coverage: settings.band)
  }

  /// One row for each piece of a comparison's set, or one without ends when there is none.
  private func comparisonRows(_ estimate: PairEstimate) -> [String] {
    let models = [estimate.firstModel, estimate.secondModel].map(\.rawValue)
    let pieces = estimate.set?.pieces ?? []
    return (pieces.isEmpty ? [nil] : pieces.map(Optional.some)).map { piece in
      let cells = [
        CSVText.quoted("\(estimate.quantity.first) and \(estimate.quantity.second)"),
        models[0] == models[1] ? models[0] : models.joined(separator: " and "),
        CSVText.quoted(estimate.quantity.description), "comparison",
        CSVText.number(estimate.estimate),
        "", CSVText.number(piece?.lower), CSVText.number(piece?.upper),
        estimate.set?.method.rawValue ?? "", "", "", "", "", "", "",
      ]
      let scored = hasHoldout ? holdoutCells(nil) : []
      return (cells + scored).joined(separator: ",")
    }
  }

  private var hasHoldout: Bool { table.heldOutCount > 0 }

  private static let holdoutHeading =
    ",holdout_points,holdout_rmsle,holdout_mean_absolute_error,holdout_worst_error,"
    + "holdout_mean_error,holdout_covered,holdout_farthest_doublings"

  private func holdoutCells(_ score: HeldOutScore?) -> [String] {
    let farthest = score?.points.compactMap(\.doublingsBeyond).max { abs($0) < abs($1) }
    return [
      score.map { String($0.points.count) } ?? "", CSVText.number(score?.rmsle),
      CSVText.number(score?.meanAbsoluteError), CSVText.number(score?.worstError),
      CSVText.number(score?.meanError), score.map { String($0.coveredCount) } ?? "",
      CSVText.number(farthest),
    ]
  }
}
