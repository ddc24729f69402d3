internal import ScalingAnalysis
internal import ScalingClaims

extension CheckReport {
  /// The report as the document `scaling.check/1`.
  public var json: JSONValue {
    .members([
      "schema": .string("scaling.check/1"),
      "tool": ToolIdentity.json,
      "settings": .members([
        "level": .number(settings.level), "simulations": .integer(settings.simulations),
        "seed": .integer(Int(truncatingIfNeeded: settings.seed)),
      ]),
      "findings": .array(entries.map(\.json)),
    ])
  }
}

extension CheckReport.Entry {
  fileprivate var json: JSONValue {
    var members: [String: JSONValue?] = [
      "id": .string(id), "quote": claim?.quote.map(JSONValue.string),
      "claim": claim?.paraphrase.map(JSONValue.string),
      "source": claim?.source.map(JSONValue.string), "link": claim?.link.map(JSONValue.string),
    ]
    switch result {
    case .failure(let error): members["error"] = .string(error.description)
    case .success(let finding):
      members["verdict"] = .string(finding.verdict.rawValue)
      members["statement"] = .string(finding.statement)
      members["evidence"] = .array(finding.evidence.map(\.json))
      members["explanation"] = .string(finding.against)
      members["assumptions"] = .array(finding.assumptions.map(JSONValue.string))
      members["wouldDecide"] = .string(finding.wouldDecide)
    }
    return .members(members)
  }
}

extension Evidence {
  fileprivate var json: JSONValue {
    .members([
      "name": .string(name), "value": .finite(value),
      "rival": place.map { .string($0.row) }, "error": .finite(error),
      "unit": unit.isEmpty ? nil : .string(unit), "text": .string(amount),
      "interval": interval.map(\.json),
      "set": pieces.count > 1 ? .array(pieces.map(\.json)) : nil,
    ])
  }
}
