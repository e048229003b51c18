// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CaseStore
import Casework
import Cryptography
import Foundation
import Glibc
import Intake
import PolicyFiles
import Synchronization
import Testing
import Vault

/// A desk's vault and case store in a folder of their own, and the demonstration dossiers.
final class CaseStoreFixture {
    let folder: URL
    let audit = CountingAudit()
    let vault: Vault
    let store: CaseStore
    let desk: ReferralDesk

    init() throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "cases-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        self.vault = try Vault(
            path: self.folder.appending(path: "vault.sqlite").path,
            keys: EpochKeys(current: EpochKeys.Key(number: 1, secret: SecretBytes(random: 32), firstDay: 0)),
            audit: self.audit
        )
        self.store = try CaseStore(path: self.folder.appending(path: "cases.sqlite").path, sealing: self.vault)
        self.desk = ReferralDesk(store: self.store, registry: self.vault)
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: self.folder)
        } catch {
            print("scratch folder stays: \(error)")
        }
    }

    /// Imports one of the demonstration dossiers.
    func receive(_ name: String = CaseStoreFixture.names[0]) throws -> ReceiptCode {
        try self.desk.receive(try Self.dossier(name), today: try Self.day("2024-02-26"), access: Self.access)
    }

    /// Every byte of every file in the folder, by name.
    func files() throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: self.folder.path).sorted().map { name in
            (name, [UInt8](try Data(contentsOf: self.folder.appending(path: name))))
        }
    }

    static let access = CaseAccess(actor: "officer-1", purpose: .analysis)

    static func day(_ text: String) throws -> CalendarDay {
        try #require(CalendarDay(text: text))
    }

    static func step(_ text: String) throws -> CaseStep {
        CaseStep(actor: "officer-1", day: try Self.day(text))
    }

    static func dossier(_ name: String) throws -> Dossier {
        try Self.reader.read([UInt8](try Data(contentsOf: Self.dossiers.appending(path: name))))
    }

    static let names: [String] = {
        do {
            return try FileManager.default.contentsOfDirectory(atPath: dossiers.path)
                .filter { $0.hasSuffix(".json") }.sorted()
        } catch {
            preconditionFailure("no dossiers: \(error)")
        }
    }()

    private static let reader: DossierReader = {
        do {
            return DossierReader(vocabularies: try VocabularyFiles.load())
        } catch {
            preconditionFailure("vocabularies: \(error)")
        }
    }()

    private static let dossiers = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "peers/demo/dossiers")
}

/// Counts the events of each kind.
final class CountingAudit: VaultAudit {
    private let events = Mutex<[VaultEvent]>([])

    func count(_ kind: VaultEvent.Kind) -> Int {
        self.events.withLock { events in events.filter { $0.kind == kind }.count }
    }

    func record(_ event: VaultEvent) throws {
        self.events.withLock { $0.append(event) }
    }
}

func bytes(of text: borrowing SecretText) -> [UInt8] {
    text.withUTF8 { span in span.indices.map { span[$0] } }
}

/// Whether a value stands in bytes, as it is.
func contains(_ value: [UInt8], in bytes: [UInt8]) -> Bool {
    var start = 0
    return bytes.withUnsafeBytes { haystack in
        value.withUnsafeBytes { needle in
            guard let base = haystack.baseAddress, let wanted = needle.baseAddress, !needle.isEmpty else {
                return false
            }
            while start + needle.count <= haystack.count {
                let room = haystack.count - start - needle.count + 1
                guard let hit = memchr(base + start, Int32(needle[0]), room) else { return false }
                if memcmp(hit, wanted, needle.count) == 0 { return true }
                start = base.distance(to: UnsafeRawPointer(hit)) + 1
            }
            return false
        }
    }
}
