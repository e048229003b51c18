// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Sets up a relay's home directory.
package enum RelaySetup {
    /// Makes the directory, a TLS identity and relay.json.
    ///
    /// - Parameters:
    ///   - home: a directory that is not there or holds no relay.
    ///   - listen: `HOST:PORT` to write into relay.json.
    /// - Returns: the identity, whose hash goes into the roster.
    /// - Throws: ``RelayFailure``; files that are there are never changed.
    package static func create(_ home: RelayHome, listen: String) throws(RelayFailure) -> TLSIdentity {
        for path in [home.key, home.certificate, home.configuration] where HomeFile.exists(path) {
            throw .homeInUse(path: home.path)
        }
        let configuration = RelayConfiguration.initialFile(listen: listen)
        _ = try RelayConfiguration(parsing: configuration)
        let identity: TLSIdentity
        do {
            identity = try TLSIdentity.generate()
        } catch {
            throw .badIdentity(name: "tls.key")
        }
        try HomeFile.createDirectory(home.path)
        try TLSIdentityFiles.create(identity, in: home)
        // Last, because a directory with relay.json counts as set up.
        try HomeFile.create(home.configuration, configuration, mode: 0o644)
        return identity
    }
}
