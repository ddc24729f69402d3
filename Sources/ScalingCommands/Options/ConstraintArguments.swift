internal import ArgumentParser
internal import ScalingAnalysis

/// `--start a=1,b=2 --bound b=0..1 --fix c=3` as constraints.
struct ConstraintArguments {
  let constraints: ParameterConstraints

  init(_ starts: [String], _ bounds: [String], _ fixed: [String]) throws {
    var result = ParameterConstraints()
    for (name, text) in try Self.pairs(starts, option: "--start") {
      result.starts[name] = try Self.number(text, name, option: "--start")
    }
    for (name, text) in try Self.pairs(bounds, option: "--bound") {
      result.bounds[name] = try Self.range(text, name)
    }
    for (name, text) in try Self.pairs(fixed, option: "--fix") {
      result.fixed[name] = try Self.number(text, name, option: "--fix")
    }
    constraints = result
  }

  private static func pairs(
    _ arguments: [String], option: String
  ) throws -> [(name: String, text: String)] {
    var seen: Set<String> = []
    return try arguments.flatMap { $0.split(separator: ",") }.map { part in
      guard let sign = part.firstIndex(of: "="), sign != part.startIndex else {
        throw ValidationError("\(option): \"\(part)\" is not written NAME=VALUE.")
      }
      let name = part[..<sign].trimmed
      guard seen.insert(name).inserted else {
        throw ValidationError("\(option): \(name) is given twice.")
      }
      return (name, part[part.index(after: sign)...].trimmed)
    }
  }

  private static func number(_ text: String, _ name: String, option: String) throws -> Double {
    guard let value = Double(text), value.isFinite else {
      throw ValidationError("\(option): \(name) is \"\(text)\", but must be a number.")
    }
    return value
  }

  private static func range(_ text: String, _ name: String) throws -> ClosedRange<Double> {
    guard let ends = NumberRange(text) else {
      throw ValidationError(
        "--bound: \(name) is \"\(text)\", but must be LOW..HIGH, with at most one end left out.")
    }
    guard let range = ends.range else {
      throw ValidationError("--bound: the low end of \(name) must lie below its high end.")
    }
    return range
  }
}

extension Substring {
  /// Without spaces at the ends.
  fileprivate var trimmed: String {
    var rest = self
    while rest.first == " " { rest.removeFirst() }
    while rest.last == " " { rest.removeLast() }
    return String(rest)
  }
}
