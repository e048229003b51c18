// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why a certificate is not accepted on a link.
///
/// Protocol 3.
package enum AdmissionRefusal: String, Error, Hashable, Sendable {
    /// No endpoint of the current roster, nor of an earlier one that this node knows, has this key.
    case unknownCertificate = "unknown certificate"
    /// The key stood in an earlier roster and does not in the current one.
    case revokedMember = "revoked member"
    /// The key belongs to an endpoint, but not to the one that was dialled.
    case otherEndpoint = "another member's certificate"
    /// The key belongs to a program that takes no part in gossip.
    case notAPeer = "not a gossip endpoint"
    /// The key is this node's own: it reached itself.
    case ownCertificate = "own certificate"
    /// The certificate's public key cannot be read.
    case unreadableCertificate = "unreadable certificate"
}
