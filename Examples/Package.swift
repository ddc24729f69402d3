// swift-tools-version: 6.3
import PackageDescription

// A package of your own names the repository instead of the folder above:
// .package(url: "https://...", from: "0.1.0")
let package = Package(
  name: "examples",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "scaling", path: "..")],
  targets: [
    .executableTarget(
      name: "ClaimAndFigure", dependencies: [.product(name: "Scaling", package: "scaling")],
      swiftSettings: [
        .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
