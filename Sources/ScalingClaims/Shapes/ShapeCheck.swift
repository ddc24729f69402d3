internal import ScalingAnalysis

/// Judges a claim on the shape of a curve.
struct ShapeCheck {
  let claim: ShapeClaim
  let data: CurveData
  let settings: CheckSettings

  /// Fewer points than these are never evidence of a shape.
  private static let fewestPoints = 5

  func finding(progress: (Double) -> Void) throws(ClaimError) -> Finding {
    guard data.count >= Self.fewestPoints else { return tooFew }
    if claim.shape.isPlateau {
      return try PlateauCheck(claim: claim, data: data, settings: settings).finding()
    }
    let contest = try ShapeContest(
      data, claimed: claim.shape.claimed, rivals: try claim.contestants(), settings: settings,
      progress: progress)
    return ShapeWords(claim: claim, data: data, contest: contest, level: settings.level).finding
  }

  private var tooFew: Finding {
    let points = data.count == 1 ? "One point is" : "\(data.count) points are"
    return Finding(
      .inconclusive,
      "\(points) no evidence of a shape: curves of every kind go through them, whatever R² is.",
      evidence: [Evidence("points", Double(data.count))],
      against: "None: nothing was decided.",
      wouldDecide: "At least \(Self.fewestPoints) points at different x.")
  }

  static let shared =
    "every point rests on as many questions: if they are the same ones, the verdict holds for these "
    + "questions only"
}

extension CurveData {
  /// Whether every point has the same known number of questions, which are not known singly.
  var sharedQuestionCount: Bool {
    guard isAccuracy, questions == nil, let first = items.first, first != nil else { return false }
    return items.allSatisfy { $0 == first }
  }
}

extension ShapeContest.Outcome {
  /// The verdict that an outcome leads to.
  public var verdict: Verdict {
    switch self {
    case .supported: .supported
    case .contradicted: .contradicted
    case .undecided, .noneFits: .inconclusive
    }
  }
}
