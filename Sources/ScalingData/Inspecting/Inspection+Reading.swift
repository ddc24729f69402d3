extension Inspection {
  /// Looks at the one input of a request. Roles that the request names must exist; the others
  /// are guessed, and may stay without a column.
  ///
  /// One pass over the file; memory does not grow with it beyond what duplicates need.
  ///
  /// - Throws: `DataError` when the input cannot be read as a table at all.
  public init(of request: TableRequest) throws(DataError) {
    try self.init(of: request, limits: .standard)
  }

  init(of request: TableRequest, limits: ReadingLimits) throws(DataError) {
    guard request.inputs.count == 1 else {
      throw DataError(
        .noInput, at: DataPlace(), "inspecting takes one input, not \(request.inputs.count)",
        nextStep: "Inspect the files one by one.")
    }
    let location = request.inputs[0]
    let table = try OpenedTable(
      location, delimiter: request.delimiter, needsDigest: request.needsDigest, limits: limits)
    let resolution: RoleResolution
    let reducer: InspectionReducer
    do throws(DataError) {
      resolution = try RoleResolution(request, shape: table.shape(limits: limits))
      reducer = InspectionReducer(
        plan: InspectionPlan(
          columnCount: table.header.names.count, x: resolution.x, y: resolution.y,
          items: resolution.items, itemCount: resolution.itemCount, series: resolution.series,
          filter: try RowFilter(
            request.conditions, header: table.header, file: location.description)))
    } catch {
      table.feed.deallocate()
      throw error.located(in: location.description)
    }
    let outcome = try table.run(reducer, threads: request.threads)
    self =
      InspectionReport(
        reducer: reducer, resolution: resolution, header: table.header, outcome: outcome,
        request: request
      ).inspection
  }
}
