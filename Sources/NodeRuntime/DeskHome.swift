// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Foundation

/// Where a desk keeps its files: one folder, mode 0700.
package struct DeskHome: Sendable {
    package let folder: URL

    package init(path: String) {
        self.folder = URL(filePath: path)
    }

    package var configuration: URL { self.file("node.json") }
    package var keyring: URL { self.file("keyring.sqlite") }
    package var vault: URL { self.file("vault.sqlite") }
    package var cases: URL { self.file("cases.sqlite") }
    package var accounts: URL { self.file("accounts.sqlite") }
    package var auditTrail: URL { self.file("audit.sqlite") }
    package var archive: URL { self.file("archive.sqlite") }
    package var library: URL { self.file("library.sqlite") }
    package var alerts: URL { self.file("alerts.sqlite") }
    package var roster: URL { self.file("roster.bin") }
    /// Overrides of what the program ships with, in the layout of the project's folder `policy`; used when it is there.
    package var policyOverrides: URL { self.file("policy") }
    /// The federation's policy that the desk applied when it started last.
    package var policyInForce: URL { self.file("policy-in-force.yaml") }
    package var socket: URL { self.file("desk.sock") }
    /// What this member gives to whoever keeps the roster.
    package var joiningRecord: URL { self.file("member.json") }
    /// Home of this member's own relay, where `fairlead serve` starts one.
    package var relay: URL { self.file("relay") }

    package var exists: Bool { FileManager.default.fileExists(atPath: self.configuration.path) }

    private func file(_ name: String) -> URL { self.folder.appending(path: name) }
}
