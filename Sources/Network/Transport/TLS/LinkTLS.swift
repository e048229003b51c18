// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import NIOSSL
import WireFormat

/// The TLS settings of every link: version 1.3 only, our protocol, certificates on both sides.
///
/// Protocol 3.
///
/// The ordinary checks of names, dates and issuers are replaced by ``PeerAdmission`` as a whole.
/// `noHostnameVerification` stays set, because it is what makes a server ask for a certificate and refuse a client that
/// has none. No trust roots are loaded: none is ever consulted, and the system's bundle costs megabytes.
package struct LinkTLS: Sendable {
    package let server: NIOSSLContext
    package let client: NIOSSLContext

    /// Makes both sides' settings from one identity.
    ///
    /// - Parameter identity: this endpoint's key and certificate.
    /// - Throws: `TransportSetupError.unusableIdentity` when the two cannot be used.
    package init(identity: TLSIdentity) throws {
        do {
            let certificate = try NIOSSLCertificate(bytes: identity.certificateDER, format: .der)
            let key = try NIOSSLPrivateKey(bytes: identity.privateKeyDER.withUnsafeBytes { Array($0) }, format: .der)
            self.server = try NIOSSLContext(
                configuration: Self.hardened(
                    .makeServerConfiguration(
                        certificateChain: [.certificate(certificate)],
                        privateKey: .privateKey(key)
                    )
                )
            )
            self.client = try NIOSSLContext(
                configuration: Self.hardened(
                    .makeClientConfiguration(),
                    chain: [.certificate(certificate)],
                    key: .privateKey(key)
                )
            )
        } catch {
            throw TransportSetupError.unusableIdentity
        }
    }

    private static func hardened(
        _ base: TLSConfiguration,
        chain: [NIOSSLCertificateSource]? = nil,
        key: NIOSSLPrivateKeySource? = nil
    ) -> TLSConfiguration {
        var configuration = base
        configuration.minimumTLSVersion = .tlsv13
        configuration.maximumTLSVersion = .tlsv13
        configuration.applicationProtocols = [WireConstants.applicationProtocol]
        configuration.certificateVerification = .noHostnameVerification
        configuration.trustRoots = .certificates([])
        if let chain, let key {
            configuration.certificateChain = chain
            configuration.privateKey = key
        }
        return configuration
    }
}
