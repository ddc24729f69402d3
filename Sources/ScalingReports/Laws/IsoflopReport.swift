public import ScalingAnalysis
public import ScalingData

/// Everything `scaling law isoflop` knows about a table of profiles.
public struct IsoflopReport: Sendable {
  /// The table.
  public let input: InputIdentity
  /// How minima were found; `nil` when the table holds them.
  public let search: IsoflopSearch?
  /// The profiles; empty when the table holds their minima.
  public let profiles: [IsoflopProfile]
  /// The law.
  public let law: IsoflopLaw
  /// Budgets to divide.
  public let budgets: [Double]
  /// Choices made by the reading.
  public let notes: [String]

  /// A report.
  public init(
    _ law: IsoflopLaw, profiles: [IsoflopProfile] = [], search: IsoflopSearch?,
    input: InputIdentity, budgets: [Double] = [], notes: [String] = []
  ) {
    self.profiles = profiles
    self.law = law
    self.search = search
    self.input = input
    self.budgets = budgets
    self.notes = notes
  }

  /// The report as the document `scaling.law/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.law/1"),
      "tool": ToolIdentity.json,
      "input": .array([input.json]),
      "law": .members([
        "form": .string("isoflop"),
        "formula": .string("N* = coefficient C^exponent"),
        "objective": .string(law.isWeighted ? "weighted log-least-squares" : "log-least-squares"),
        "parameters": Self.json(law.parameters),
        "tokens": Self.json(law.tokens),
        "unweightedParameters": Self.json(law.unweightedParameters),
      ]),
      "search": search.map { search in
        .members([
          "method": .string(search.method.rawValue), "lossNoise": .finite(search.lossNoise),
          "draws": .integer(search.drawCount),
          "seed": .integer(Int(truncatingIfNeeded: search.seed)),
        ])
      },
      "profiles": .array(law.minima.map(Self.json)),
      "optimum": .array(budgets.map { Self.json(law.optimum(compute: $0)) }),
      "diagnostics": .array(law.diagnostics.map(\.json)),
      "notes": .array(notes.map(JSONValue.string)),
    ])
  }

  private static func json(_ power: ComputePower) -> JSONValue {
    .members([
      "exponent": .finite(power.exponent), "coefficient": .finite(power.coefficient),
      "rSquared": .finite(power.rSquared), "interval": power.exponentInterval.map(\.lawJSON),
    ])
  }

  private static func json(_ minimum: IsoflopMinimum) -> JSONValue {
    .members([
      "compute": .finite(minimum.compute), "parameters": .finite(minimum.parameters),
      "tokens": .finite(minimum.tokens), "loss": .finite(minimum.loss),
      "tokensPerParameter": .finite(minimum.tokens / minimum.parameters),
      "logDeviation": .finite(minimum.logDeviation),
    ])
  }
}

extension IsoflopReport {
  /// The report for a terminal.
  public var text: String { render(isMarkdown: false) }

  /// The report as Markdown.
  public var markdown: String { render(isMarkdown: true) }

  private func render(isMarkdown: Bool) -> String {
    let show = { (table: PlainTable) in isMarkdown ? table.markdown : table.text() }
    var parts = [
      (isMarkdown ? "### " : "")
        + "\(input.path): optimal parameters in compute, \(law.minima.count) profiles\n",
      show(powerTable), show(minimumTable(law.minima)),
    ]
    if !budgets.isEmpty {
      parts.append(show(minimumTable(budgets.map { law.optimum(compute: $0) })))
    }
    if !law.diagnostics.isEmpty {
      parts.append(
        law.diagnostics.map {
          (isMarkdown ? "- " : "  ! ") + "\($0.code.rawValue): \($0.message)\n"
        }
        .joined())
    }
    return parts.joined(separator: "\n")
  }

  private var powerTable: PlainTable {
    let level = NumberText.fixed(100 * (law.parameters.exponentInterval?.level ?? 0.95), 0)
    var table = PlainTable(headings: [
      ("law", .left), ("exponent", .right), ("\(level) % interval", .left), ("coefficient", .right),
      ("R²", .right),
    ])
    let add = { (name: String, power: ComputePower, table: inout PlainTable) in
      table.rows.append([
        name, NumberText.fixed(power.exponent, 4), LawText.range(power.exponentInterval, 3),
        NumberText.significant(power.coefficient, 4), NumberText.fixed(power.rSquared, 4),
      ])
    }
    add(law.isWeighted ? "N*, weighted" : "N*", law.parameters, &table)
    if law.isWeighted { add("N*, unweighted", law.unweightedParameters, &table) }
    add(law.isWeighted ? "D*, weighted" : "D*", law.tokens, &table)
    return table
  }

  private func minimumTable(_ minima: [IsoflopMinimum]) -> PlainTable {
    var table = PlainTable(headings: [
      ("compute (FLOP)", .right), ("N*", .right), ("D*", .right), ("D*/N*", .right),
      ("loss", .right), ("sd of ln N*", .right),
    ])
    for minimum in minima {
      table.rows.append([
        LawText.number(minimum.compute, 3), LawText.number(minimum.parameters, 4),
        LawText.number(minimum.tokens, 4),
        NumberText.significant(minimum.tokens / minimum.parameters, 3),
        minimum.loss.map { NumberText.fixed($0, 4) } ?? "",
        minimum.logDeviation.map { NumberText.fixed($0, 3) } ?? "",
      ])
    }
    return table
  }
}
