// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Two headers that one origin signed for one place in its log.
///
/// Needs no trust in who sends it, and is kept for ever. The one with the smaller id stands first, so that every node
/// has the same bytes for the same pair. Protocol 5.4.
package struct ForkProof: Hashable, Sendable {
    /// The header with the smaller id.
    package let first: VerifiedHeader
    /// The header with the greater id.
    package let second: VerifiedHeader

    /// The proof that these two make, nil when they prove nothing.
    package init?(_ one: VerifiedHeader, _ other: VerifiedHeader) {
        guard one.position == other.position, one.id != other.id else { return nil }
        self.first = one.id < other.id ? one : other
        self.second = one.id < other.id ? other : one
    }

    /// Checks a proof that came from a peer.
    ///
    /// Both headers go through ``EntryVerifier``, so an origin that the roster does not know, or a former log epoch,
    /// is refused like any entry of it.
    package static func verify(
        _ one: UnverifiedEntry,
        _ other: UnverifiedEntry,
        network: NetworkID,
        directory: some OriginDirectory
    ) throws(ForkProofRejection) -> ForkProof {
        let headers: (VerifiedHeader, VerifiedHeader)
        do {
            headers = (
                try EntryVerifier.verify(one, network: network, directory: directory).header,
                try EntryVerifier.verify(other, network: network, directory: directory).header
            )
        } catch {
            throw .rejectedHeader(error)
        }
        guard headers.0.position == headers.1.position else { throw .differentPlaces }
        guard let proof = ForkProof(headers.0, headers.1) else { throw .sameEntry }
        return proof
    }

    /// The place for which two entries were signed.
    package var position: EntryPosition { self.first.position }

    /// Whose log is forked.
    package var origin: SigningPublicKey { self.first.header.origin }

    /// Sequence of the last entry that both branches share.
    package var commonPrefix: UInt64 { self.position.sequence - 1 }
}
