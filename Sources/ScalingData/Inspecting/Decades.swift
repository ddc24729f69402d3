#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Powers of ten between two numbers.
enum Decades {
  /// log10(high / low), for positive numbers.
  static func spanned(_ low: Double, _ high: Double) -> Double {
    log10(high) - log10(low)
  }
}
