// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// The relay's TLS key and certificate, as two PEM files.
///
/// A relay starts without a person, so its key is not under a passphrase; whoever takes it over can withhold entries,
/// and neither read nor forge one.
package enum TLSIdentityFiles {
    private static let byteLimit = 32 * 1024
    private static let keyLabel = "PRIVATE KEY"
    private static let certificateLabel = "CERTIFICATE"

    /// Writes both files, the key with mode 0600; neither may be there yet.
    package static func create(_ identity: TLSIdentity, in home: RelayHome) throws(RelayFailure) {
        let key = PEM.encode(identity.privateKeyDER.copiedBytes(), label: Self.keyLabel)
        try HomeFile.create(home.key, key, mode: 0o600)
        let certificate = PEM.encode(identity.certificateDER, label: Self.certificateLabel)
        try HomeFile.create(home.certificate, certificate, mode: 0o644)
    }

    /// Reads both files and checks that they belong together.
    ///
    /// - Parameter home: the relay's.
    /// - Returns: the identity.
    /// - Throws: ``RelayFailure``, also when others may read the key.
    package static func read(from home: RelayHome) throws(RelayFailure) -> TLSIdentity {
        guard let keyText = try HomeFile.read(home.key, limit: Self.byteLimit),
            let certificateText = try HomeFile.read(home.certificate, limit: Self.byteLimit)
        else { throw .homeMissing(path: home.path) }
        try HomeFile.requirePrivate(home.key)
        guard let keyDER = PEM.decode(keyText, label: Self.keyLabel) else { throw .badIdentity(name: "tls.key") }
        guard let certificateDER = PEM.decode(certificateText, label: Self.certificateLabel) else {
            throw .badIdentity(name: "tls.crt")
        }
        do {
            return try TLSIdentity(certificateDER: certificateDER, privateKeyDER: SecretBytes(copying: keyDER))
        } catch {
            throw .badIdentity(name: "tls.key")
        }
    }
}
