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
    for location in request.inputs { try assembly.read(location) }
    self = try assembly.finished()
  }
}
