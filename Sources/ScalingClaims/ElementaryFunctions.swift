#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few functions of the C library that claims need, under one import.
func exponential(_ x: Double) -> Double { exp(x) }
func logarithm(_ x: Double) -> Double { log(x) }
func logarithmBase10(_ x: Double) -> Double { log10(x) }
func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
func inverseHyperbolicSine(_ x: Double) -> Double { asinh(x) }
func raise(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }

/// ln 2.
let naturalLogarithmOf2 = 0.693_147_180_559_945_309_417
