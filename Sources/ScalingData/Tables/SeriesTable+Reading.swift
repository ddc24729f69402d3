extension SeriesTable {
  /// Reads curves from tables.
  ///
  /// The inputs are read once, in blocks; memory grows with the rows that are kept only. The
  /// result does not depend on the number of threads.
  ///
  /// - Throws: `DataError` for anything in the input that cannot be read as asked.
  public init(reading request: TableRequest) throws(DataError) {
    try self.init(reading: request, limits: .standard)
  }

  init(reading request: TableRequest, limits: ReadingLimits) throws(DataError) {
    var assembly = TableAssembly(request, limits: limits)
    for location in request.inputs { try assembly.read(assembly.open(location)) }
    self = try assembly.finished()
  }

  /// Reads curves from tables once the columns of the first are known: `choose` may complete
  /// the roles and the further columns of the request by them.
  ///
  /// - Throws: `DataError`, or what `choose` throws.
  public init(
    reading request: TableRequest, choose: ([String], inout TableRequest) throws -> Void
  ) throws {
    var assembly = TableAssembly(request, limits: .standard)
    for (index, location) in request.inputs.enumerated() {
      let table = try assembly.open(location)
      if index == 0 {
        do {
          try choose(table.header.names, &assembly.request)
        } catch {
          table.feed.deallocate()
          throw error
        }
      }
      try assembly.read(table)
    }
    self = try assembly.finished()
  }
}
