// swift-tools-version: 6.2
// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import PackageDescription

/// Strict settings of every target: warnings are errors, imports are internal unless said otherwise.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
    .treatWarning("DeprecatedDeclaration", as: .warning),
]

let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let asyncHTTPClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioTLS = Target.Dependency.product(name: "NIOTLS", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let serviceLifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// One module: its folder is the zone's folder, its settings are the strict ones.
func module(_ name: String, in zone: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(
        name: name,
        dependencies: dependencies,
        path: zone.isEmpty ? "Sources/\(name)" : "Sources/\(zone)/\(name)",
        swiftSettings: strict
    )
}

/// One program: a thin executable over a composition root.
func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(name: name, dependencies: dependencies, path: "Sources/\(name)", swiftSettings: strict)
}

/// The tests of one module, or of the whole tree.
func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["TestSupport"], path: "Tests/\(name)", swiftSettings: strict)
}

let package = Package(
    name: "fairlead",
    products: [
        .executable(name: "fairlead", targets: ["fairlead"]),
        .executable(name: "fairlead-relay", targets: ["fairlead-relay"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // System: C modules
        .systemLibrary(
            name: "CSodium",
            path: "Sources/System/CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .systemLibrary(
            name: "COpenSSL",
            path: "Sources/System/COpenSSL",
            pkgConfig: "libcrypto",
            providers: [.apt(["libssl-dev"])]
        ),
        .target(
            name: "CEmbeddedFiles",
            path: "Sources/System/CEmbeddedFiles",
            cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]
        ),

        .target(
            name: "CDemoFiles",
            path: "Sources/System/CDemoFiles",
            cSettings: [.unsafeFlags(["-Wno-c23-extensions"])]
        ),

        // Common: what both sides share, without I/O
        module("WireFormat", in: "Common", []),
        module("StrictJSON", in: "Common", []),
        module("Vocabulary", in: "Common", ["StrictJSON"]),
        module("Policy", in: "Common", ["Vocabulary"]),
        module("PolicyFiles", in: "Common", ["CEmbeddedFiles", "Policy", "StrictJSON", "Vocabulary", yams]),
        module("Cryptography", in: "Common", ["COpenSSL", "CSodium", crypto]),
        module("Database", in: "Common", [grdb]),
        module("Diagnostics", in: "Common", [logging, serviceLifecycle]),
        module("EgressGuard", in: "Common", []),
        module(
            "BulletinFormat",
            in: "Common",
            ["Cryptography", "Policy", "StrictJSON", "Vocabulary", "WireFormat"]
        ),
        module("Ledger", in: "Common", ["BulletinFormat", "Cryptography", "WireFormat"]),

        // Inside: the desk's private zone
        module("Casework", in: "Inside", ["Policy", "Vocabulary"]),
        module("Intake", in: "Inside", ["Casework", "StrictJSON", "Vocabulary"]),
        module("CaseStore", in: "Inside", ["Casework", "Cryptography", "Database", grdb]),
        module("Vault", in: "Inside", ["Casework", "Cryptography", "Database", "EgressGuard", grdb]),
        module("Keyring", in: "Inside", ["Cryptography", "Database", grdb]),
        module("Accounts", in: "Inside", ["Cryptography", "Database", "StrictJSON", grdb]),
        module("AuditTrail", in: "Inside", ["Cryptography", "Database", grdb]),

        // Gate: the only way out
        module(
            "Redaction",
            in: "Gate",
            ["BulletinFormat", "Casework", "EgressGuard", "Policy", "StrictJSON", "Vocabulary"]
        ),
        module(
            "Release",
            in: "Gate",
            ["BulletinFormat", "Cryptography", "Ledger", "Policy", "Redaction", "StrictJSON", "WireFormat"]
        ),

        // Network: signed entries between members
        module("Roster", in: "Network", ["Cryptography", "Ledger", "WireFormat"]),
        module("GossipCore", in: "Network", ["Cryptography", "Ledger", "Roster", "WireFormat"]),
        module("Archive", in: "Network", ["Cryptography", "Database", "Ledger", "Roster", "WireFormat", grdb]),
        module(
            "Transport",
            in: "Network",
            [
                "Archive", "Cryptography", "Diagnostics", "GossipCore", "Ledger", "Roster", "WireFormat", logging,
                nioCore,
                nioPosix, nioSSL, nioTLS, serviceLifecycle,
            ]
        ),
        module(
            "RelayRuntime",
            in: "Network",
            [
                "Archive", "Cryptography", "Database", "Diagnostics", "EgressGuard", "GossipCore", "Ledger", "Roster",
                "StrictJSON", "Transport",
                "WireFormat", logging, serviceLifecycle, unixSignals,
            ]
        ),

        // Reading: cursor readers over the archive
        module(
            "BulletinLibrary",
            in: "Reading",
            [
                "Archive", "BulletinFormat", "Cryptography", "Database", "Ledger", "Policy", "Roster", "StrictJSON",
                grdb,
            ]
        ),
        module(
            "Alerts",
            in: "Reading",
            ["BulletinLibrary", "Database", "Ledger", "Policy", "StrictJSON", "Vocabulary", grdb]
        ),
        module("Statistics", in: "Reading", ["StrictJSON", "Vocabulary"]),

        // Both sides
        module(
            "Api",
            in: "",
            ["StrictJSON", asyncHTTPClient, httpTypes, hummingbird, logging, nioCore, nioHTTP1, serviceLifecycle]
        ),

        module(
            "NodeRuntime",
            in: "",
            [
                "Accounts", "Alerts", "Api", "Archive", "AuditTrail", "BulletinFormat", "BulletinLibrary", "CaseStore",
                "Casework", "Cryptography", "Database", "Diagnostics", "EgressGuard", "GossipCore", "Intake", "Keyring",
                "Ledger", "Policy", "PolicyFiles", "Redaction", "Release", "Roster", "Statistics", "StrictJSON",
                "Transport", "Vault", "Vocabulary", "WireFormat", logging, serviceLifecycle, unixSignals,
            ]
        ),

        module(
            "DemoFederation",
            in: "",
            [
                "Accounts", "Api", "Archive", "BulletinFormat", "CDemoFiles", "Cryptography", "EgressGuard",
                "GossipCore",
                "Intake", "Keyring", "Ledger", "NodeRuntime", "Policy", "PolicyFiles", "Release", "RelayRuntime",
                "Roster",
                "StrictJSON", "Transport", "Vocabulary", nioCore, nioPosix, nioSSL,
            ]
        ),

        // Programs
        program(
            "fairlead",
            [
                "Accounts", "Api", "BulletinFormat", "Casework", "Cryptography", "DemoFederation", "NodeRuntime",
                "Policy", "Release", "StrictJSON", argumentParser, serviceLifecycle, unixSignals,
            ]
        ),
        program("fairlead-relay", ["RelayRuntime", argumentParser]),

        // Tests
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: strict),
        .target(
            name: "FuzzTargets",
            dependencies: [
                "BulletinFormat", "Casework", "Cryptography", "Intake", "Ledger", "Policy", "PolicyFiles", "StrictJSON",
                "Transport",
                "Vocabulary", "WireFormat", nioCore,
            ],
            path: "Tests/Fuzz/Targets",
            swiftSettings: strict
        ),
        .executableTarget(
            name: "fairlead-fuzz",
            dependencies: ["FuzzTargets"],
            path: "Tests/Fuzz/Driver",
            swiftSettings: strict
        ),
        tests("ArchitectureTests", ["fairlead", "fairlead-relay"]),
        tests(
            "EndToEndTests",
            [
                "Accounts", "Api", "Archive", "BulletinFormat", "Casework", "Cryptography", "DemoFederation", "Keyring",
                "Ledger", "NodeRuntime", "Release", "StrictJSON",
                "fairlead", "fairlead-relay",
            ]
        ),
        tests("AccountsTests", ["Accounts", "Cryptography", "Database", grdb]),
        tests(
            "AlertsTests",
            [
                "Alerts", "BulletinLibrary", "Cryptography", "Ledger", "Policy", "PolicyFiles", "StrictJSON",
                "Vocabulary",
            ]
        ),
        tests("ApiTests", ["Api", "StrictJSON", logging]),
        tests(
            "ArchiveTests",
            [
                "Archive", "BulletinFormat", "Cryptography", "Database", "Ledger", "Policy", "Roster", "StrictJSON",
                "WireFormat", grdb,
            ]
        ),
        tests("AuditTrailTests", ["AuditTrail", "Database", grdb]),
        tests(
            "BulletinFormatTests",
            ["BulletinFormat", "Cryptography", "FuzzTargets", "Policy", "StrictJSON", "WireFormat"]
        ),
        tests(
            "BulletinLibraryTests",
            ["BulletinLibrary", "Cryptography", "Ledger", "Policy", "StrictJSON", grdb]
        ),
        tests("CaseStoreTests", ["Casework", "CaseStore", "Cryptography", "Intake", "PolicyFiles", "Vault"]),
        tests("CaseworkTests", ["Casework", "Policy"]),
        tests("CryptographyTests", ["Cryptography"]),
        tests("DatabaseTests", ["Database", grdb]),
        tests("DiagnosticsTests", ["Diagnostics", logging]),
        tests("EgressGuardTests", ["EgressGuard"]),
        tests("GossipCoreTests", ["Cryptography", "GossipCore", "Ledger", "Roster", "WireFormat"]),
        tests("IntakeTests", ["Casework", "Intake", "PolicyFiles", "StrictJSON", "Vocabulary"]),
        tests("KeyringTests", ["Cryptography", "Database", "Keyring", grdb]),
        tests("LedgerTests", ["BulletinFormat", "Cryptography", "Ledger", "Policy", "StrictJSON", "WireFormat"]),
        tests(
            "NodeRuntimeTests",
            [
                "Api", "AuditTrail", "BulletinFormat", "BulletinLibrary", "CaseStore", "Casework", "Cryptography",
                "GossipCore", "Keyring", "Ledger", "NodeRuntime", "Policy", "PolicyFiles", "Roster",
                "StrictJSON", "Vault", "WireFormat",
            ]
        ),
        tests("PolicyFilesTests", ["Policy", "PolicyFiles", "Vocabulary"]),
        tests(
            "RelayRuntimeTests",
            ["Cryptography", "Diagnostics", "Ledger", "RelayRuntime", "Roster", "StrictJSON", "Transport", logging]
        ),
        tests(
            "ReleaseTests",
            [
                "BulletinFormat", "Cryptography", "EgressGuard", "Ledger", "Policy", "Redaction", "Release",
                "StrictJSON",
            ]
        ),
        tests("PolicyTests", ["Policy", "PolicyFiles", "Vocabulary"]),
        tests(
            "RedactionTests",
            [
                "BulletinFormat", "Casework", "EgressGuard", "Intake", "Policy", "PolicyFiles", "Redaction",
                "StrictJSON", "Vocabulary",
            ]
        ),
        tests("RosterTests", ["Cryptography", "Ledger", "Roster", "WireFormat"]),
        tests("StatisticsTests", ["Statistics", "StrictJSON", "Vocabulary"]),
        tests("StrictJSONTests", ["StrictJSON"]),
        tests(
            "TransportTests",
            [
                "Archive", "Cryptography", "Diagnostics", "GossipCore", "Ledger", "Roster", "Transport", "WireFormat",
                logging,
                nioCore, nioPosix, nioSSL,
            ]
        ),
        tests("VaultTests", ["Casework", "Cryptography", "Database", "Vault", grdb]),
        tests("VocabularyTests", ["Vocabulary"]),
        tests("WireFormatTests", ["WireFormat"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
