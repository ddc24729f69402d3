import Testing

@testable import ScalingAnalysis

struct PassAtKTests {
  @Test func isTheProductOfChen() throws {
    #expect(abs(try #require(PassAtK.any(samples: 10, right: 3, k: 2)) - (1 - 42.0 / 90)) < 1e-15)
    #expect(PassAtK.any(samples: 10, right: 0, k: 5) == 0)
    #expect(PassAtK.any(samples: 10, right: 6, k: 5) == 1)
    #expect(abs(try #require(PassAtK.all(samples: 10, right: 6, k: 2)) - 30.0 / 90) < 1e-15)
  }

  @Test func isUndefinedBeyondTheSamples() {
    #expect(PassAtK.any(samples: 10, right: 10, k: 11) == nil)
    #expect(PassAtK.all(samples: 10, right: 10, k: 11) == nil)
    #expect(PassAtK.any(samples: 0, right: 0, k: 1) == nil)
  }

  @Test func isStableForTenThousandSamples() throws {
    let one = try #require(PassAtK.any(samples: 10_000, right: 1, k: 5000))
    #expect(abs(one - 0.5) < 1e-14)
    let both = try #require(PassAtK.any(samples: 10_000, right: 5000, k: 3))
    let none = 5000.0 / 10_000 * (4999.0 / 9999) * (4998.0 / 9998)
    #expect(abs(both - (1 - none)) < 1e-14)
  }
}
