import Testing

@testable import ScalingClaims

/// Where a plan looks for points.
struct PlanPlacesTests {
  private static let measured = [100.0, 200, 1600, 3200, 100]

  private static func x(_ place: PlannedPoints.Place) -> [[Double]] {
    PlanPlaces.all(measured, named: []).filter { $0.place == place }.map(\.x)
  }

  @Test("doublings beyond the last x, alone and together")
  func beyond() {
    #expect(
      Self.x(.beyond) == [
        [6400], [13000], [26000], [51000], [6400, 13000], [6400, 13000, 26000],
        [6400, 13000, 26000, 51000],
      ])
  }

  @Test("the middles of the widest gaps, to two digits")
  func within() {
    #expect(Self.x(.within) == [[140], [570], [140, 570]])
  }

  @Test("the same x again, each counted once: the smaller half and all")
  func again() {
    #expect(Self.x(.again) == [[100, 200], [100, 200, 1600, 3200]])
  }

  @Test("named places instead of all others")
  func named() {
    let places = PlanPlaces.all(Self.measured, named: [500, 50, 500])
    #expect(places.map(\.x) == [[50], [500], [50, 500]])
    #expect(places.allSatisfy { $0.place == .named })
  }
}
