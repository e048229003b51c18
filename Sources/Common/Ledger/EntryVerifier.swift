// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import WireFormat

/// Checks what came from outside, cheapest first, and makes the types that the rest of the program trusts.
///
/// Pure: the roster is passed in, nothing is remembered. Protocol 5.
package enum EntryVerifier {
    /// Checks size, encoding, network, origin, log epoch, closure, the kind's rule and the signature of a header.
    ///
    /// - Parameters:
    ///   - headerBytes: as received; may be hostile.
    ///   - signature: as received.
    ///   - network: the federation of this node.
    ///   - directory: the current roster.
    /// - Returns: the same header, now trusted; its place in the log is still to be checked by ``ChainRule``.
    /// - Throws: ``EntryRejection``, the first check that failed.
    package static func verify(
        headerBytes: [UInt8],
        signature: [UInt8],
        network: NetworkID,
        directory: some OriginDirectory
    ) throws(EntryRejection) -> VerifiedHeader {
        let header = try Self.decode(headerBytes)
        guard header.network == network else { throw .otherNetwork(header.network) }
        guard let standing = directory.standing(of: header.origin) else { throw .unknownOrigin(header.origin) }
        let id = EntryID.of(headerBytes: headerBytes)
        try Self.check(header, id: id, standing: standing)
        if let violation = KindRule.violation(of: header) { throw .kindRuleBroken(violation) }
        guard header.origin.isValid(signature: signature, for: Self.signingInput(headerBytes)) else {
            throw .badSignature
        }
        return VerifiedHeader(header: header, id: id, bytes: headerBytes, signature: signature)
    }

    /// Checks core and parts against the header, and the core against its kind.
    ///
    /// - Returns: the entry with its body; parts that the body lacks are still missing in it.
    /// - Throws: ``EntryRejection``, the first check that failed.
    package static func verify(
        body: EntryBody,
        of header: VerifiedHeader
    ) throws(EntryRejection) -> VerifiedEntry {
        let expected = header.header
        guard body.core.count == expected.core.size else {
            throw .coreSizeDiffers(expected: expected.core.size, found: body.core.count)
        }
        guard body.parts.count == expected.parts.count else {
            throw .partCountDiffers(expected: expected.parts.count, found: body.parts.count)
        }
        for (part, bytes) in zip(expected.parts, body.parts) {
            guard let bytes, bytes.count != part.size else { continue }
            throw .partSizeDiffers(ordinal: part.ordinal, expected: part.size, found: bytes.count)
        }
        guard Hashing.sha256(body.core) == expected.core.sha256 else { throw .coreHashDiffers }
        for (part, bytes) in zip(expected.parts, body.parts) {
            guard let bytes, Hashing.sha256(bytes) != part.hash else { continue }
            throw .partHashDiffers(ordinal: part.ordinal)
        }
        try CoreRule.check(core: body.core, of: expected)
        return VerifiedEntry(header: header, body: body)
    }

    /// Checks an entry that came with or without its body.
    package static func verify(
        _ entry: UnverifiedEntry,
        network: NetworkID,
        directory: some OriginDirectory
    ) throws(EntryRejection) -> VerifiedEntry {
        let header = try Self.verify(
            headerBytes: entry.headerBytes,
            signature: entry.signature,
            network: network,
            directory: directory
        )
        guard let body = entry.body else { return VerifiedEntry(headerOnly: header) }
        return try Self.verify(body: body, of: header)
    }

    /// Takes back a header that this node verified before it stored it.
    ///
    /// Decodes and names it anew, but trusts the signature: checking 45 microseconds of Ed25519 on every read would
    /// protect against nobody who can write to the node's own files. `fairlead log verify` checks signatures again.
    package static func restore(
        headerBytes: [UInt8],
        signature: [UInt8]
    ) throws(EntryRejection) -> VerifiedHeader {
        let header = try Self.decode(headerBytes)
        return VerifiedHeader(
            header: header,
            id: EntryID.of(headerBytes: headerBytes),
            bytes: headerBytes,
            signature: signature
        )
    }

    /// Takes back an entry whose body this node verified before it stored it.
    package static func restore(
        headerBytes: [UInt8],
        signature: [UInt8],
        body: EntryBody?
    ) throws(EntryRejection) -> VerifiedEntry {
        let header = try Self.restore(headerBytes: headerBytes, signature: signature)
        guard let body else { return VerifiedEntry(headerOnly: header) }
        guard body.parts.count == header.header.parts.count else {
            throw .partCountDiffers(expected: header.header.parts.count, found: body.parts.count)
        }
        return VerifiedEntry(header: header, body: body)
    }

    /// What the origin's key signs.
    ///
    /// Protocol 5.1.
    package static func signingInput(_ headerBytes: [UInt8]) -> [UInt8] {
        DomainSeparation.input(WireConstants.Domain.header, headerBytes)
    }

    private static func decode(_ headerBytes: [UInt8]) throws(EntryRejection) -> EntryHeader {
        do {
            return try EntryHeader.decode(headerBytes)
        } catch {
            throw .malformedHeader(error)
        }
    }

    private static func check(
        _ header: EntryHeader,
        id: EntryID,
        standing: OriginStanding
    ) throws(EntryRejection) {
        guard header.logEpoch >= standing.logEpoch else {
            throw .formerLogEpoch(claimed: header.logEpoch, current: standing.logEpoch)
        }
        guard header.logEpoch == standing.logEpoch else {
            throw .futureLogEpoch(claimed: header.logEpoch, current: standing.logEpoch)
        }
        guard let closure = standing.closedAt else { return }
        let isWithin = header.sequence < closure.sequence
        let isLast = header.sequence == closure.sequence && id == closure.id
        guard isWithin || isLast else { throw .logClosed(sequence: header.sequence, closure: closure) }
    }
}
