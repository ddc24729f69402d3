import Foundation
import ScalingAnalysis
import ScalingClaims

/// What `scaling plan` promises beside what is found, as a Markdown document.
struct PlanTable {
  let runs: Int
  let seed: UInt64

  private static let models: [ShapeFamily: ModelName] = [
    .linear: .linear, .logarithmic: .logLinear, .powerLaw: .powerLaw,
  ]

  private var cases: [PlanCase] {
    let rows: [(String, CurveData, ShapeClaim.Shape, ShapeFamily)] = [
      ("o1-mini, 11 points", PlanCase.o1Mini, .logarithmic, .powerLaw),
      ("o1-mini, 11 points", PlanCase.o1Mini, .powerLaw, .logarithmic),
      (
        "8 points, 30 questions",
        PlanCase.simulated(8, questions: 30, power: false, seed: seed), .logarithmic, .powerLaw
      ),
      (
        "10 points, 100 questions",
        PlanCase.simulated(10, questions: 100, power: true, seed: seed), .powerLaw, .logarithmic
      ),
      (
        "7 points, 30 questions",
        PlanCase.simulated(7, questions: 30, power: false, seed: seed &+ 1), .logarithmic, .linear
      ),
    ]
    return rows.map {
      PlanCase(
        label: $0.0, data: $0.1, shape: $0.2, rival: $0.3, models: Self.models, seed: seed)
    }
  }

  func markdown() -> String {
    var table = CoverageTable(
      title: "Plans",
      explanation: "The chance of a right verdict that a plan promises (from \(runs) simulated "
        + "results), and its share in as many results of an independent simulation: other random "
        + "numbers, curves refitted by least squares, the verdict of `scaling check`. The Monte "
        + "Carlo error of a difference is about \(Self.error(runs)) points; differences above 3 are "
        + "in bold. Where no plan reaches 80 %, the best one is measured.",
      header: ["points so far", "claim", "against", "plan", "promised", "found", "difference"])
    table.rows = cases.map(row)
    return
      ([
        "# Whether plans keep what they promise", "",
        "Written by `make calibration` (seed \(seed)), for a wanted chance of 80 %.", "",
      ] + table.lines).joined(separator: "\n")
  }

  private func row(_ subject: PlanCase) -> [String] {
    let head = [subject.label, subject.shape.rawValue, subject.rival.rawValue]
    guard let plan = subject.plan(replicates: runs) else {
      return head + ["cannot be planned", "", "", ""]
    }
    let candidate: ShapePlan.Candidate
    switch plan.answer {
    case .decided(let verdict): return head + ["\(verdict.rawValue) already", "", "", ""]
    case .none(best: nil): return head + ["none", "", "", ""]
    case .measure(let chosen), .none(best: let chosen?): candidate = chosen
    }
    let points = candidate.points
    let found = subject.kept(candidate, plan, runs: runs).value ?? 0
    let difference = 100 * (found - candidate.chance.right)
    let text = String(format: "%+.1f", difference)
    return head + [
      "\(points.place.rawValue): \(points.x.count) x, \(points.repeats) times",
      String(format: "%.1f", 100 * candidate.chance.right), String(format: "%.1f", 100 * found),
      abs(difference) > 3 ? "**\(text)**" : text,
    ]
  }

  private static func error(_ runs: Int) -> String {
    String(format: "%.1f", 100 * (2 * 0.8 * 0.2 / Double(runs)).squareRoot())
  }
}
