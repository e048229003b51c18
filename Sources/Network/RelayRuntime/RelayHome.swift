// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where a relay's files are.
package struct RelayHome: Hashable, Sendable {
    /// The directory, without a slash at its end.
    package let path: String

    package init(path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") {
            path.removeLast()
        }
        self.path = path
    }

    /// Settings, JSON.
    package var configuration: String { self.path + "/relay.json" }
    /// TLS private key, PKCS #8 in PEM, mode 0600.
    package var key: String { self.path + "/tls.key" }
    /// TLS certificate in PEM.
    package var certificate: String { self.path + "/tls.crt" }
    /// The signed roster that the operator put here; a newer one is in the archive.
    package var roster: String { self.path + "/roster.bin" }
    /// Entries, heads, rosters: SQLite.
    package var archive: String { self.path + "/archive.sqlite" }
    /// Locked while a relay runs.
    package var lock: String { self.path + "/lock" }
    /// Answers with the status of the running relay.
    package var statusSocket: String { self.path + "/status.sock" }
}
