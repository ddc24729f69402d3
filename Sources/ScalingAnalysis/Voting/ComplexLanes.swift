/// Eight complex numbers, one per node of a Fourier sum.
struct ComplexLanes {
  var real: SIMD8<Double>
  var imaginary: SIMD8<Double>

  static var one: ComplexLanes {
    ComplexLanes(real: SIMD8(repeating: 1), imaginary: SIMD8(repeating: 0))
  }

  static var zero: ComplexLanes {
    ComplexLanes(real: SIMD8(repeating: 0), imaginary: SIMD8(repeating: 0))
  }

  /// exp(i·angle) of each angle.
  static func unit(_ angle: (Int) -> Double) -> ComplexLanes {
    var result = one
    for lane in 0..<8 {
      let value = angle(lane)
      result.real[lane] = cosine(value)
      result.imaginary[lane] = sine(value)
    }
    return result
  }

  var conjugate: ComplexLanes { ComplexLanes(real: real, imaginary: -imaginary) }

  @inline(__always)
  static func * (a: ComplexLanes, b: ComplexLanes) -> ComplexLanes {
    ComplexLanes(
      real: a.real * b.real - a.imaginary * b.imaginary,
      imaginary: a.real * b.imaginary + a.imaginary * b.real)
  }

  /// Adds a real multiple of another number.
  @inline(__always)
  mutating func add(_ other: ComplexLanes, times factor: Double) {
    real += factor * other.real
    imaginary += factor * other.imaginary
  }

  /// A whole power by repeated squaring.
  @inline(__always)
  func raised(to exponent: Int) -> ComplexLanes {
    if exponent == 1 { return self }
    var result = ComplexLanes.one
    var square = self
    var rest = exponent
    while rest > 0 {
      if rest & 1 == 1 { result = result * square }
      square = square * square
      rest >>= 1
    }
    return result
  }
}
