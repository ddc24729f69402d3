internal import ScalingClaims
internal import ScalingData

/// Reads which table a claim is judged by.
struct TableReader {
  let node: ClaimNode
  let folder: String

  func request() throws(ClaimError) -> (request: TableRequest, name: String?) {
    guard node.isMapping else {
      return (TableRequest(inputs: [location(try node.text())]), nil)
    }
    let members = try node.mapping(
      allowing: ["file", "x", "y", "series", "name", "items", "question", "unit", "where"])
    guard let file = members["file"] else { throw node.error("name the table with file:") }
    var request = TableRequest(inputs: [location(try file.text())])
    request.naming = .keys
    request.x = try members["x"]?.text()
    request.y = try members["y"]?.text()
    if let series = members["series"] {
      let columns = try series.texts()
      request.series = columns == ["none"] ? [] : columns
    }
    request.items = try members["items"].map { (item) throws(ClaimError) in
      ItemsSource(argument: try item.text())
    }
    if let question = members["question"] {
      if let items = members["items"] {
        throw items.error("question counts the items of a point itself; leave out items")
      }
      request.question = try question.text()
    }
    if let unit = members["unit"] { request.valueUnit = try unit.choice("unit") }
    request.conditions = try members["where"]?.conditions() ?? []
    return (request, try members["name"]?.text())
  }

  private func location(_ path: String) -> InputLocation {
    .file(path.hasPrefix("/") ? path : folder + path)
  }
}

extension ClaimNode {
  /// Conditions on rows, one or a list.
  func conditions() throws(ClaimError) -> [RowCondition] {
    let items = isList ? try list() : [self]
    var result: [RowCondition] = []
    for item in items {
      let text = try item.text()
      do throws(DataError) {
        result.append(try RowCondition(text, option: "where"))
      } catch {
        throw item.error(error.description)
      }
    }
    return result
  }
}
