// swift-tools-version: 6.3
import PackageDescription

let package = Package(
  name: "manual",
  platforms: [.macOS(.v15)],
  targets: [
    .executableTarget(
      name: "Manual",
      swiftSettings: [
        .treatAllWarnings(as: .error), .enableUpcomingFeature("ExistentialAny"),
        .enableUpcomingFeature("InternalImportsByDefault"),
      ])
  ]
)
