#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few functions of the C library that curves need, under one import.
package func exponential(_ x: Double) -> Double { exp(x) }
func exponentialBase2(_ x: Double) -> Double { exp2(x) }
package func logarithm(_ x: Double) -> Double { log(x) }
func logarithmBase2(_ x: Double) -> Double { log2(x) }
package func logarithmBase10(_ x: Double) -> Double { log10(x) }
package func raise(_ base: Double, to exponent: Double) -> Double { pow(base, exponent) }
func sine(_ x: Double) -> Double { sin(x) }
func cosine(_ x: Double) -> Double { cos(x) }
func tangent(_ x: Double) -> Double { tan(x) }
func arcTangent(_ x: Double) -> Double { atan(x) }
func hyperbolicTangent(_ x: Double) -> Double { tanh(x) }
package func hyperbolicSine(_ x: Double) -> Double { sinh(x) }
package func inverseHyperbolicSine(_ x: Double) -> Double { asinh(x) }
func errorFunction(_ x: Double) -> Double { erf(x) }

/// ln 2.
package let naturalLogarithmOf2 = 0.693_147_180_559_945_309_417

/// ln 10.
let naturalLogarithmOf10 = 2.302_585_092_994_045_684_018

/// 2/√π.
let twoOverRootPi = 1.128_379_167_095_512_573_896

/// log2 10: doublings in a tenfold.
let doublingsPerTenfold = 3.321_928_094_887_362_347_870

/// ln(1 + x), exact for small x.
func logarithmOfOnePlus(_ x: Double) -> Double { log1p(x) }

/// ln Γ(x) for positive x.
func logarithmOfGamma(_ x: Double) -> Double { lgamma(x) }
