internal import CGSL

/// The one place where GSL's process-wide state and status codes are handled.
enum GSL {
  /// GSL's default handler aborts the process; this turns it off, once, before the first call.
  private static let errorHandlerIsOff: Void = {
    _ = gsl_set_error_handler_off()
  }()

  /// Makes GSL report errors as status codes. Every entry point of this module calls it.
  static func prepare() {
    _ = errorHandlerIsOff
  }

  /// Status codes arrive as `Int` constants while functions return `Int32`.
  static func status(_ code: Int32) -> Int { Int(code) }

  static let success = Int(GSL_SUCCESS)
  static let tooManyIterations = Int(GSL_EMAXITER)
  static let noProgress = Int(GSL_ENOPROG)
}
