// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation
import Testing

/// The zones' import rule, read from the `import` lines: SwiftPM alone does not enforce it.
@Suite("imports") struct ImportRulesTests {
    static let common: Set<String> = [
        "BulletinFormat", "Cryptography", "Database", "Diagnostics", "EgressGuard", "Ledger", "Policy", "PolicyFiles",
        "StrictJSON", "Vocabulary", "WireFormat",
    ]
    static let inside: Set<String> = [
        "Accounts", "AuditTrail", "CaseStore", "Casework", "Intake", "Keyring", "Vault",
    ]
    static let gate: Set<String> = ["Redaction", "Release"]
    static let network: Set<String> = ["Archive", "GossipCore", "RelayRuntime", "Roster", "Transport"]
    static let reading: Set<String> = ["Alerts", "BulletinLibrary", "Statistics"]
    static let foundation: Set<String> = ["Foundation", "FoundationEssentials", "Glibc", "Dispatch", "Synchronization"]

    /// Each module and what it may import; Foundation is listed like any other module, so that a pure one has none.
    static let allowed: [String: Set<String>] = [
        // Common
        "WireFormat": [],
        "StrictJSON": [],
        "Vocabulary": ["StrictJSON"],
        "Policy": ["Vocabulary"],
        "PolicyFiles": ["CEmbeddedFiles", "Foundation", "Policy", "StrictJSON", "Vocabulary", "Yams"],
        "Cryptography": ["COpenSSL", "CSodium", "Crypto", "FoundationEssentials"],
        "Database": ["Foundation", "GRDB"],
        "Diagnostics": ["Foundation", "Glibc", "Logging", "ServiceLifecycle", "Synchronization"],
        "EgressGuard": [],
        "BulletinFormat": ["Cryptography", "Policy", "StrictJSON", "Vocabulary", "WireFormat"],
        "Ledger": ["BulletinFormat", "Cryptography", "WireFormat"],
        // Inside
        "Casework": ["Policy", "Vocabulary"],
        "Intake": ["Casework", "StrictJSON", "Vocabulary"],
        "CaseStore": ["Casework", "Cryptography", "Database", "Foundation", "GRDB", "StrictJSON"],
        "Vault": ["Casework", "Cryptography", "Database", "EgressGuard", "Foundation", "GRDB", "Synchronization"],
        "Keyring": ["Cryptography", "Database", "Foundation", "GRDB", "Glibc", "Synchronization"],
        "Accounts": ["Cryptography", "Database", "Foundation", "GRDB", "StrictJSON"],
        "AuditTrail": ["Cryptography", "Database", "Foundation", "GRDB"],
        // Gate
        "Redaction": ["BulletinFormat", "Casework", "EgressGuard", "Policy", "StrictJSON", "Vocabulary"],
        "Release": ["BulletinFormat", "Cryptography", "Ledger", "Policy", "Redaction", "StrictJSON", "WireFormat"],
        // Network
        "Roster": ["Cryptography", "Ledger", "WireFormat"],
        "GossipCore": ["Cryptography", "Ledger", "Roster", "WireFormat"],
        "Archive": [
            "Cryptography", "Database", "Foundation", "GRDB", "Ledger", "Roster", "Synchronization", "WireFormat",
        ],
        "Transport": network.union(foundation).union([
            "Cryptography", "Diagnostics", "Ledger", "WireFormat", "Logging", "NIOCore", "NIOPosix", "NIOSSL", "NIOTLS",
            "ServiceLifecycle",
        ]).subtracting(["RelayRuntime"]),
        "RelayRuntime": network.union(foundation).union([
            "Cryptography", "Database", "Diagnostics", "EgressGuard", "Ledger", "StrictJSON", "WireFormat", "Logging",
            "ServiceLifecycle", "UnixSignals", "NIOCore", "NIOPosix",
        ]).subtracting(["RelayRuntime"]),
        // Reading
        "BulletinLibrary": [
            "Archive", "BulletinFormat", "Cryptography", "Database", "Foundation", "GRDB", "Ledger", "Policy", "Roster",
            "StrictJSON",
        ],
        "Alerts": [
            "BulletinLibrary", "Database", "Foundation", "GRDB", "Ledger", "Policy", "StrictJSON", "Vocabulary",
        ],
        "Statistics": ["BulletinLibrary", "Ledger", "Policy", "StrictJSON", "Vocabulary"],
        // Programs
        "fairlead-relay": ["ArgumentParser", "Foundation", "RelayRuntime"],
    ]

    @Test("stay inside the allowed direction", arguments: allowed.keys.sorted())
    func stayInside(module: String) throws {
        let permitted = try #require(Self.allowed[module])
        let found = try Self.imports(of: module)
        let outside = found.subtracting(permitted)
        #expect(outside == [], "\(module) imports modules outside its row: \(outside.sorted())")
    }

    @Test("of every module have a row")
    func everyModuleHasARow() throws {
        let manifest = try SourceTree.text(SourceTree.root.appending(path: "Package.swift"))
        let names = Set(manifest.matches(of: /(?:module|program)\(\s*"([\w-]+)"/).map { String($0.1) })
        #expect(names.subtracting(Self.allowed.keys).subtracting(Self.compositionRoots) == [])
        #expect(Set(Self.allowed.keys).subtracting(names) == [], "rows without a module")
    }

    /// Modules that put everything together, and so may import everything.
    static let compositionRoots: Set<String> = ["Api", "NodeRuntime", "DemoFederation", "fairlead"]

    @Test("never lead from the network or the readers to the inside")
    func outsideNeverImportsInside() throws {
        for module in Self.common.union(Self.network).union(Self.reading).union(["fairlead-relay"]) {
            let found = try Self.imports(of: module)
            #expect(found.isDisjoint(with: Self.inside.union(Self.gate)), "\(module) imports the inside")
        }
    }

    @Test("of the vault are made by the desk's composition root alone")
    func vaultHasOneImporter() throws {
        let importers = try SourceTree.files(below: "Sources", withExtension: "swift").filter {
            try SourceTree.text($0).contains(/(?m)^\s*(@testable |package |internal |private )?import Vault\b/)
        }
        let outside = importers.map(SourceTree.relativePath).filter {
            !$0.hasPrefix("Sources/NodeRuntime/") && !$0.hasPrefix("Sources/Inside/Vault/")
        }
        #expect(outside == [])
    }

    /// Modules named by the `import` lines of one module's files.
    static func imports(of module: String) throws -> Set<String> {
        let folders = try FileManager.default.contentsOfDirectory(
            atPath: SourceTree.root.appending(path: "Sources").path
        )
        let candidates = [module] + folders.map { "\($0)/\(module)" }
        var names: Set<String> = []
        var fileCount = 0
        for candidate in candidates {
            for file in SourceTree.files(below: "Sources/\(candidate)", withExtension: "swift") {
                fileCount += 1
                let pattern =
                    /(?m)^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:package|internal|private|fileprivate|public)?\s*import\s+(?:struct|class|enum|protocol|func|let|var|typealias)?\s*([A-Z]\w*)/
                for match in try SourceTree.text(file).matches(of: pattern) { names.insert(String(match.1)) }
            }
        }
        try #require(fileCount > 0, "no source files of \(module)")
        return names.subtracting([module])
    }
}
