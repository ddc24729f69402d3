internal import ScalingAnalysis
internal import ScalingClaims
internal import ScalingData

/// Reads one claim of a file.
struct ClaimReader {
  let node: ClaimNode
  let fallback: String
  let folder: String

  private static let kinds = ["shape", "size", "comparison", "arithmetic"]

  func claim() throws(ClaimError) -> Claim {
    let members = try node.mapping(
      allowing: ["id", "quote", "claim", "source", "link", "data"] + Self.kinds)
    let given = Self.kinds.filter { members[$0] != nil }
    guard given.count == 1, let kind = given.first, let body = members[kind] else {
      throw node.error(
        given.isEmpty
          ? "it claims nothing; say what with one of \(Self.kinds.joined(separator: ", "))"
          : "it claims \(given.joined(separator: " and ")); write one claim for each")
    }
    var claim = Claim(
      id: try members["id"]?.text() ?? fallback, quote: try members["quote"]?.text(),
      paraphrase: try members["claim"]?.text(),
      source: try members["source"]?.text(), link: try members["link"]?.text(),
      content: try content(kind, body))
    if let data = members["data"] {
      guard claim.content.needsData else {
        throw data.error("an arithmetic claim has no data; give a figure its cell instead")
      }
      let table = try TableReader(node: data, folder: folder).request()
      claim.data = table.request
      claim.seriesName = table.name
    } else if claim.content.needsData {
      throw node.error("a claim on a \(kind) needs data: {file: ...}")
    }
    return claim
  }

  private func content(
    _ kind: String, _ body: ClaimNode
  ) throws(ClaimError) -> Claim.Content {
    switch kind {
    case "shape": return .shape(try shape(body))
    case "size":
      let (quantity, model, relation, isInPercent) = try figure(body)
      var claim = SizeClaim(quantity, model: model, relation)
      claim.isInPercent = isInPercent
      return .size(claim)
    case "comparison":
      let (quantity, model, relation, isInPercent) = try figure(body)
      var claim = ComparisonClaim(quantity, model: model, relation)
      claim.isInPercent = isInPercent
      return .comparison(claim)
    default: return .arithmetic(try ArithmeticReader(node: body, folder: folder).claim())
    }
  }

  private func shape(_ body: ClaimNode) throws(ClaimError) -> ShapeClaim {
    guard body.isMapping else { return ShapeClaim(try body.choice("shape")) }
    let members = try body.mapping(allowing: ["is", "after", "against"])
    guard let word = members["is"] else { throw body.error("say which shape with is:") }
    var claim = ShapeClaim(try word.choice("shape"))
    if let after = members["after"] {
      guard claim.shape.isPlateau else {
        throw after.error("after goes with plateau and no-plateau only")
      }
      let x = try after.number()
      guard x > 0 else {
        throw after.error("after is an x on a logarithmic axis and must be above zero")
      }
      claim.after = x
    }
    if let against = members["against"] {
      guard !claim.shape.isPlateau else {
        throw against.error("a plateau has no rivals: it is judged by its bend; leave against out")
      }
      let items = against.isList ? try against.list() : [against]
      for item in items { claim.rivals.append(try item.choice("family")) }
    }
    return claim
  }

  private func figure(
    _ body: ClaimNode
  ) throws(ClaimError) -> (String, ModelName, Relation, isInPercent: Bool) {
    let members = try body.mapping(
      allowing: ["quantity", "model", "is", "tolerance", "at-least", "at-most"])
    guard let quantity = members["quantity"] else {
      throw body.error("say which figure with quantity:, such as slopePerTenfold or value@1e6")
    }
    let model = try members["model"]?.choice("model", as: ModelName.self) ?? .logLinear
    let (relation, isInPercent) = try relation(members, body)
    return (try quantity.text(), model, relation, isInPercent)
  }

  private func relation(
    _ members: [String: ClaimNode], _ body: ClaimNode
  ) throws(ClaimError) -> (Relation, isInPercent: Bool) {
    let given = ["is", "at-least", "at-most"].filter { members[$0] != nil }
    guard given.count == 1, let key = given.first, let value = members[key] else {
      throw body.error("say what is claimed with one of is, at-least and at-most")
    }
    let figure = try value.figure()
    guard key == "is" else {
      if let tolerance = members["tolerance"] {
        throw tolerance.error("a tolerance goes with is only")
      }
      return (
        key == "at-least" ? .atLeast(figure.value) : .atMost(figure.value), figure.isShare
      )
    }
    let tolerance = try members["tolerance"]?.tolerance(of: figure) ?? figure.halfWidth
    return (.equal(figure.value, tolerance: tolerance), figure.isShare)
  }
}

extension ClaimNode {
  /// A plain number.
  func number() throws(ClaimError) -> Double {
    let text = try text()
    guard let value = Double(text), value.isFinite else {
      throw error("\"\(text)\" is not a number")
    }
    return value
  }

  /// The tolerance of a figure: in points for one in percent, and for a plain number a number or
  /// a percentage of it.
  func tolerance(
    of figure: (value: Double, halfWidth: Double, isShare: Bool)
  ) throws(ClaimError) -> Double {
    let width = try self.figure()
    guard width.value >= 0 else { throw error("a tolerance is not below zero") }
    guard width.isShare || !figure.isShare else {
      throw error(
        "the claimed figure is in percent: give the tolerance in points, such as 2 points")
    }
    let words = try text()
    return !figure.isShare && words.hasSuffix("%") ? abs(figure.value) * width.value : width.value
  }

  /// A figure with its rounding; percent and points become fractions.
  func figure() throws(ClaimError) -> (value: Double, halfWidth: Double, isShare: Bool) {
    let words = try text()
    let printed = try located { () throws(ClaimError) in try PrintedFigure(words) }
    switch printed.unit.symbol {
    case "": return (printed.value, printed.halfWidth, false)
    case "%", "points": return (printed.value / 100, printed.halfWidth / 100, true)
    default:
      throw error("a figure here is a plain number, or in % or points, but \"\(words)\" is not")
    }
  }
}
