// swift-tools-version: 6.2
import PackageDescription

/// Every Swift target is strict: Swift 6 mode, explicit existentials and imports, warnings are errors.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(["-cross-module-optimization"], .when(configuration: .release)),
]

func library(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], excluding: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: excluding, swiftSettings: strict)
}

let package = Package(
  name: "kawaraban",
  products: [.executable(name: "kawaraban", targets: ["kawaraban"])],
  dependencies: [
    // Subcommands, help texts, validation and shell completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // YAML front matter of Markdown articles, and the settings file.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // System libraries: a module map and a shim header each.
    .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    .systemLibrary(name: "CMecab", providers: [.apt(["libmecab-dev", "mecab-ipadic-utf8"])]),
    .systemLibrary(name: "CLibxml2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    // Reads tar, zip, gzip, zstd, bzip2 and xz as one stream, with limits of our own around it.
    .systemLibrary(name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    // Fetches pages and feeds over http and https.
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
    // SHA-256 at hardware speed.
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),

    // Data files a person edits without touching Swift, embedded into the one binary.
    .target(name: "CCatalogData"),
    .target(name: "CRuleData"),
    .target(name: "CSQLData"),
    .target(name: "CRateData"),

    library("Facts"),
    library("Articles", ["Facts", "CLibxml2", "CArchive", "CCrypto", "CCurl", "Yams"]),
    library("Language", ["Facts", "CMecab"]),
    library("Quantities", ["Facts", "Language", "CRateData"]),
    library("Catalog", ["Facts", "Language", "CCatalogData"]),
    library("Extraction", ["Facts", "Articles", "Language", "Quantities", "Catalog", "CRuleData"]),
    library("Resolution", ["Facts"]),
    library("PostgreSQL", ["CLibpq"]),
    library("Warehouse", ["Facts", "Resolution", "PostgreSQL", "CSQLData"]),
    .executableTarget(
      name: "kawaraban",
      dependencies: [
        "Facts", "Articles", "Language", "Quantities", "Catalog", "Extraction", "Resolution", "PostgreSQL", "Warehouse",
        "CArchive", "Yams", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),

    // A made-up press for property tests and for the benchmark of resolution.
    .target(name: "SyntheticPress", dependencies: ["Facts"], path: "Benchmarks/SyntheticPress", swiftSettings: strict),
    .executableTarget(
      name: "ResolutionBenchmark", dependencies: ["SyntheticPress", "Resolution", "Facts"],
      path: "Benchmarks/ResolutionBenchmark", swiftSettings: strict),

    tests("FactsTests", ["Facts"]),
    tests("ArticlesTests", ["Articles", "Facts"], excluding: ["Pages"]),
    tests("LanguageTests", ["Language", "Facts"]),
    tests("QuantitiesTests", ["Quantities", "Language", "Facts"]),
    tests("CatalogTests", ["Catalog", "Language", "Facts"]),
    tests("ExtractionTests", ["Extraction", "Articles", "Catalog", "Quantities", "Language", "Facts"], excluding: ["Overlay"]),
    tests("ResolutionTests", ["Resolution", "Facts", "SyntheticPress"]),
    // Loading measured beside psql: swift run -c release warehouse-benchmark
    .executableTarget(
      name: "warehouse-benchmark", dependencies: ["Warehouse", "PostgreSQL", "Resolution", "Facts"], path: "Benchmarks/Warehouse",
      swiftSettings: strict),

    // A PostgreSQL of the tests' own: one cluster a process, one database a test.
    .target(
      name: "TestCluster", dependencies: ["Warehouse", "PostgreSQL"], path: "Tests/TestCluster", swiftSettings: strict),
    tests("PostgreSQLTests", ["PostgreSQL", "TestCluster"]),
    tests("WarehouseTests", ["Warehouse", "PostgreSQL", "Resolution", "Facts", "SyntheticPress", "TestCluster"]),
    tests(
      "CommandTests",
      [
        "kawaraban", "Articles", "Catalog", "Extraction", "Language", "Warehouse", "PostgreSQL", "Facts", "TestCluster", "Yams",
      ]),
  ])
