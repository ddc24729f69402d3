// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// One module of the toolkit, with the modules it may import. Arrows point one way only.
func module(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: strict)
}

func tests(_ name: String, imports: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: imports, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "scaling",
  platforms: [.macOS(.v15)],
  products: [
    .library(
      name: "Scaling",
      targets: [
        "LeastSquares", "ScalingData", "ScalingAnalysis", "ScalingClaims", "SVG", "HTML",
        "ScalingCharts", "ScalingReports", "ScalingNotebooks",
      ]),
    .executable(name: "scaling", targets: ["scaling"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", from: "1.5.0"),
    .package(url: "https://github.com/jpsim/Yams.git", from: "6.2.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CGSL", pkgConfig: "gsl",
      providers: [.apt(["libgsl-dev"]), .brew(["gsl"])]),
    .systemLibrary(
      name: "CCMark", pkgConfig: "libcmark-gfm",
      providers: [
        .apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"]), .brew(["cmark-gfm"]),
      ]),
    module("LeastSquares", imports: ["CGSL"]),
    module("ScalingData"),
    module("ScalingAnalysis", imports: ["LeastSquares", "ScalingData"]),
    module("ScalingClaims", imports: ["ScalingData", "ScalingAnalysis"]),
    module(
      "ScalingClaimFiles",
      imports: [
        "ScalingData", "ScalingAnalysis", "ScalingClaims", .product(name: "Yams", package: "Yams"),
      ]),
    module("SVG"),
    module("HTML", imports: ["SVG"]),
    module("ScalingCharts", imports: ["SVG"]),
    module(
      "ScalingReports",
      imports: ["ScalingData", "ScalingAnalysis", "ScalingClaims", "SVG", "HTML", "ScalingCharts"]),
    module("ScalingNotebooks", imports: ["ScalingData"]),
    module("ScalingMarkdown", imports: ["CCMark", "HTML"]),
    module(
      "ScalingCommands",
      imports: [
        "ScalingData", "ScalingAnalysis", "ScalingClaims", "ScalingClaimFiles", "HTML",
        "ScalingCharts", "ScalingReports", "ScalingNotebooks", "ScalingMarkdown",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(
      name: "scaling",
      dependencies: [
        "ScalingCommands", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    tests("LeastSquaresTests", imports: ["LeastSquares"]),
    tests("ScalingDataTests", imports: ["ScalingData"]),
    tests(
      "ScalingAnalysisTests", imports: ["ScalingAnalysis", "ScalingData", "LeastSquares"],
      exclude: ["Noise/reference.R"]),
    tests("ScalingClaimsTests", imports: ["ScalingClaims", "ScalingAnalysis"]),
    tests("ScalingClaimFilesTests", imports: ["ScalingClaimFiles", "ScalingClaims"]),
    tests("SVGTests", imports: ["SVG"]),
    tests("HTMLTests", imports: ["HTML"]),
    tests("ScalingChartsTests", imports: ["ScalingCharts", "SVG"], exclude: ["Snapshots"]),
    tests("ScalingReportsTests", imports: ["ScalingReports", "ScalingAnalysis", "ScalingData"]),
    tests("ScalingMarkdownTests", imports: ["ScalingMarkdown", "HTML"]),
    tests("ScalingNotebooksTests", imports: ["ScalingNotebooks"]),
    tests("ScalingCommandsTests", imports: ["ScalingCommands", "ScalingCharts", "scaling"]),
  ],
  swiftLanguageModes: [.v6]
)
