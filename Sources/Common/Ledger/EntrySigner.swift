// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography

/// Gives drafts their place in the own log, and signs them.
///
/// In two steps with durable storage between them, see ``EntryIntent`` and ``EntrySink``. The key stays in the desk's
/// process; a relay has none.
package struct EntrySigner: Sendable {
    /// The federation signed for.
    package let network: NetworkID
    /// The life of the own log, as the roster says.
    package let logEpoch: UInt64
    private let key: SigningKey

    package init(key: SigningKey, network: NetworkID, logEpoch: UInt64) {
        self.key = key
        self.network = network
        self.logEpoch = logEpoch
    }

    /// Whose log this signs.
    package var origin: SigningPublicKey { self.key.publicKey }

    /// The bytes to persist and then to sign for a draft.
    ///
    /// - Parameters:
    ///   - draft: what to say.
    ///   - head: the last entry of the own log, nil when it has none.
    /// - Returns: the intent, which other members would accept once signed.
    /// - Throws: ``EntrySigningError`` when other members would refuse the entry; nothing has been used up then.
    package func intent(for draft: EntryDraft, after head: LogHead?) throws(EntrySigningError) -> EntryIntent {
        if let head, head.origin != self.origin || head.logEpoch != self.logEpoch { throw .foreignHead }
        let parts = draft.parts.sorted { $0.ordinal < $1.ordinal }
        let header = EntryHeader(
            network: self.network,
            origin: self.origin,
            logEpoch: self.logEpoch,
            sequence: (head?.sequence ?? 0) + 1,
            previous: head?.id,
            kind: draft.kind,
            subject: draft.subject,
            references: draft.references,
            priority: draft.priority,
            day: draft.day,
            core: ContentHash(of: draft.core),
            parts: parts.map { PartReference(ordinal: $0.ordinal, content: ContentHash(of: $0.bytes)) }
        )
        let intent = EntryIntent(
            headerBytes: header.encoded(),
            body: EntryBody(core: draft.core, parts: parts.map(\.bytes))
        )
        // Signing here would be too early, but every other check of a receiver runs before anything is written.
        _ = try self.checked(intent)
        return intent
    }

    /// Signs an intent that was persisted.
    ///
    /// Gives the same entry each time. The result went through the same checks as an entry from outside.
    package func sign(_ intent: EntryIntent) throws(EntrySigningError) -> VerifiedEntry {
        let header = try self.checked(intent)
        let signature = self.key.sign(EntryVerifier.signingInput(intent.headerBytes))
        // A fault in memory or processor while signing can give away the key: nothing unverified leaves this function.
        guard header.origin.isValid(signature: signature, for: EntryVerifier.signingInput(intent.headerBytes)) else {
            throw .signatureFault
        }
        let verified = VerifiedHeader(
            header: header,
            id: intent.id,
            bytes: intent.headerBytes,
            signature: signature
        )
        do {
            return try EntryVerifier.verify(body: intent.body, of: verified)
        } catch {
            throw .wouldBeRefused(error)
        }
    }

    /// Whether an intent is for a former life of the own log, and so can never be accepted.
    package func hasOutlived(_ intent: EntryIntent) throws(EntrySigningError) -> Bool {
        do {
            let header = try EntryHeader.decode(intent.headerBytes)
            return header.origin == self.origin && header.logEpoch < self.logEpoch
        } catch {
            throw .wouldBeRefused(.malformedHeader(error))
        }
    }

    private func checked(_ intent: EntryIntent) throws(EntrySigningError) -> EntryHeader {
        let header: EntryHeader
        do {
            header = try EntryHeader.decode(intent.headerBytes)
        } catch {
            throw .wouldBeRefused(.malformedHeader(error))
        }
        guard header.origin == self.origin, header.network == self.network, header.logEpoch == self.logEpoch else {
            throw .foreignIntent
        }
        if let violation = KindRule.violation(of: header) { throw .wouldBeRefused(.kindRuleBroken(violation)) }
        guard intent.body.isComplete else { throw .incompleteBody }
        let unsigned = VerifiedHeader(header: header, id: intent.id, bytes: intent.headerBytes, signature: [])
        do {
            _ = try EntryVerifier.verify(body: intent.body, of: unsigned)
        } catch {
            throw .wouldBeRefused(error)
        }
        return header
    }
}
