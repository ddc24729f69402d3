#if canImport(Glibc)
  internal import Glibc
#elseif canImport(Darwin)
  internal import Darwin
#endif

/// The few functions of the C library that curves need, under one import.
func exponential(_ x: Double) -> Double { exp(x) }
func exponentialBase2(_ x: Double) -> Double { exp2(x) }
func logarithm(_ x: Double) -> Double { log(x) }
func logarithmBase2(_ x: Double) -> Double { log2(x) }

/// ln 2.
let naturalLogarithmOf2 = 0.693_147_180_559_945_309_417

/// log2 10: doublings in a tenfold.
let doublingsPerTenfold = 3.321_928_094_887_362_347_870
