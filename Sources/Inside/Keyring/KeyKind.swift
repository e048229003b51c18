// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a stored key is for.
package enum KeyKind: String, Hashable, Sendable, CaseIterable {
    /// Signs the node's headers and documents.
    case signing
    /// Opens what was sealed to the node itself; one of several, by days.
    case agreement
    /// The desk's end of TLS links.
    case tls
    /// Opens tiers sealed to one epoch of an audience.
    case audience

    /// Whether the key is destroyed when its time is over: then it lies under an epoch's key.
    var isDestroyedInTime: Bool { self == .agreement || self == .audience }
}
