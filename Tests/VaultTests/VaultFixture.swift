// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography
import Foundation
import Glibc
import Synchronization
import Vault

/// A vault in a folder of its own that keeps what the audit port was told.
final class VaultFixture {
    let folder: URL
    let keys = EpochKeys(current: EpochKeys.Key(number: 1, secret: SecretBytes(random: 32), firstDay: 100))
    let audit = RecordingAudit()
    let vault: Vault

    init() throws {
        self.folder = FileManager.default.temporaryDirectory.appending(path: "vault-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        self.vault = try Vault(
            path: self.folder.appending(path: "vault.sqlite").path,
            keys: self.keys,
            audit: self.audit
        )
    }

    deinit {
        do {
            try FileManager.default.removeItem(at: self.folder)
        } catch {
            print("scratch folder stays: \(error)")
        }
    }

    var path: String { self.folder.appending(path: "vault.sqlite").path }

    /// A second process that opens the same file.
    func reopened(keys: EpochKeys? = nil) throws -> Vault {
        try Vault(path: self.path, keys: keys ?? self.keys, audit: self.audit)
    }

    /// The keys while things are moved to the next epoch.
    func nextKeys() -> EpochKeys {
        let next = EpochKeys.Key(number: 2, secret: SecretBytes(random: 32), firstDay: 130)
        return EpochKeys(current: next, former: self.keys.current)
    }

    /// Every byte of every file in the folder, by name.
    func files() throws -> [(name: String, bytes: [UInt8])] {
        try FileManager.default.contentsOfDirectory(atPath: self.folder.path).sorted().map { name in
            (name, [UInt8](try Data(contentsOf: self.folder.appending(path: name))))
        }
    }

    static let officer = CaseAccess(actor: "officer-1", purpose: .feedback)
    static let desk = CaseAccess(actor: "officer-1", purpose: .analysis)

    static func caseID(_ number: UInt8) -> CaseID {
        CaseID(randomBytes: [UInt8](repeating: number, count: 16))
    }

    static let values: [(field: ReferrerField, text: String)] = [
        (.stakeholder, "container-terminal"), (.name, "Priya Ramanathan-Cole"), (.alias, "Ramanathan-Cole"),
        (.role, "Demurrage and long-stay clerk"), (.employer, "Harbourline Container Terminals Pty Ltd"),
        (.email, "priya.ramanathan-cole@harbourline-terminals.example"), (.phone, "+61 8 5550 0142"),
        (.staffNumber, "HCT-20917"), (.reference, "SPE-FRE-2024-00318"),
        (.receivedAt, "2024-02-26T07:52:00+08:00"), (.wishes, "Does not want her shift manager to learn of it."),
    ]
}

/// Keeps events; can be told to fail, as a full disk would make it.
final class RecordingAudit: VaultAudit {
    struct Refusal: Error {}

    private let state = Mutex<(events: [VaultEvent], fails: Bool)>(([], false))

    var events: [VaultEvent] { self.state.withLock { $0.events } }

    func failFromNowOn() {
        self.state.withLock { $0.fails = true }
    }

    func record(_ event: VaultEvent) throws {
        try self.state.withLock { state in
            if state.fails { throw Refusal() }
            state.events.append(event)
        }
    }
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
