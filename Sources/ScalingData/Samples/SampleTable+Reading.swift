extension SampleTable {
  /// Reads samples and reduces them to counts.
  ///
  /// The inputs are read once, in blocks; memory grows with the distinct answers only, and with
  /// the rows where the request asks for the sequence or there is a score column. The result
  /// does not depend on the number of threads.
  ///
  /// - Throws: `DataError` for anything in the input that cannot be read as asked.
  public init(reading request: SampleRequest) throws(DataError) {
    try self.init(reading: request, limits: .standard)
  }

  init(reading request: SampleRequest, limits: ReadingLimits) throws(DataError) {
    var assembly = SampleAssembly(request, limits: limits)
    for location in request.inputs { try assembly.read(location) }
    self = try assembly.finished()
  }
}
