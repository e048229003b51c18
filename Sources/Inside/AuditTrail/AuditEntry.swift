// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// One entry of the trail.
///
/// The hash covers the contents through a salted digest: the chain can be shown to others, and checked by them, without
/// the contents; and whoever sees a digest cannot find the contents by trying.
package struct AuditEntry: Hashable, Sendable {
    static let contentDomain = "fairlead-audit-content-v1"
    static let chainDomain = "fairlead-audit-chain-v1"
    static let saltByteCount = 16

    /// Counts up from 1 without gaps.
    package let sequence: Int

    /// Wall clock of the desk, milliseconds since 1970-01-01.
    package let milliseconds: Int64

    package let event: AuditEvent

    /// Hash of the entry before; zeros before the first.
    package let previous: [UInt8]

    /// SHA-256 over number, previous hash and content digest.
    package let hash: [UInt8]

    let salt: [UInt8]
    let contentDigest: [UInt8]

    /// The entry that follows a head.
    init(event: AuditEvent, milliseconds: Int64, after head: AuditHead) {
        self.sequence = head.sequence + 1
        self.milliseconds = milliseconds
        self.event = event
        self.previous = head.hash
        self.salt = SecureRandom.bytes(Self.saltByteCount)
        self.contentDigest = Self.contentDigest(event, milliseconds, salt: self.salt)
        self.hash = Self.chainHash(self.sequence, previous: head.hash, contentDigest: self.contentDigest)
    }

    /// An entry as it is stored; nothing is checked yet.
    init(
        sequence: Int,
        milliseconds: Int64,
        event: AuditEvent,
        previous: [UInt8],
        hash: [UInt8],
        salt: [UInt8],
        contentDigest: [UInt8]
    ) {
        self.sequence = sequence
        self.milliseconds = milliseconds
        self.event = event
        self.previous = previous
        self.hash = hash
        self.salt = salt
        self.contentDigest = contentDigest
    }

    /// Number and hash of this entry.
    package var head: AuditHead {
        AuditHead(sequence: self.sequence, hash: self.hash)
    }

    static func contentDigest(_ event: AuditEvent, _ milliseconds: Int64, salt: [UInt8]) -> [UInt8] {
        let content = AuditContent.encode(event, milliseconds: milliseconds)
        return Hashing.sha256([UInt8](self.contentDomain.utf8) + [0] + salt + content)
    }

    static func chainHash(_ sequence: Int, previous: [UInt8], contentDigest: [UInt8]) -> [UInt8] {
        let number = AuditContent.octets(UInt64(sequence))
        return Hashing.sha256([UInt8](self.chainDomain.utf8) + [0] + number + previous + contentDigest)
    }
}
