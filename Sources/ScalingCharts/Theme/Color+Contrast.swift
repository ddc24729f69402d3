#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

extension Color {
  /// The contrast of two colours, 1 to 21 (WCAG 2.2, definition of contrast ratio).
  func contrast(with other: Color) -> Double {
    let (a, b) = (luminance, other.luminance)
    return (max(a, b) + 0.05) / (min(a, b) + 0.05)
  }

  private var luminance: Double {
    let linear = [red, green, blue].map { channel -> Double in
      let value = Double(channel) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// A colour on the way to another: 0 is this one, 1 the other.
  func mixed(with other: Color, share: Double) -> Color {
    let mix = { (a: UInt8, b: UInt8) in
      UInt32((Double(a) + (Double(b) - Double(a)) * share).rounded())
    }
    return Color(
      mix(red, other.red) << 16 | mix(green, other.green) << 8 | mix(blue, other.blue))
  }

  /// The colour, moved towards the ink until it stands out from every paper.
  func readable(on papers: [Color], ink: Color, contrast least: Double) -> Color {
    for step in 0...20 {
      let candidate = mixed(with: ink, share: Double(step) / 20)
      if papers.allSatisfy({ candidate.contrast(with: $0) >= least }) { return candidate }
    }
    return ink
  }

  /// A colour written as `#rgb` or `#rrggbb`; nil for anything else.
  init?(css text: some StringProtocol) {
    guard text.first == "#" else { return nil }
    let digits = text.dropFirst().compactMap(\.hexDigitValue).map(UInt32.init)
    guard digits.count == text.count - 1, digits.count == 3 || digits.count == 6 else {
      return nil
    }
    let six = digits.count == 6 ? digits : digits.flatMap { [$0, $0] }
    self.init(six.reduce(0) { $0 << 4 | $1 })
  }
}
