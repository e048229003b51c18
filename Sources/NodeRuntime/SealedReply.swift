// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// The sealed part of a reply: the answer, for the origin's desk alone.
///
/// Protocol 6.6.
struct SealedReply: Hashable, Sendable {
    /// "seen", "not-seen" or "unclear".
    let answer: String
    /// Band of how often, "" for none.
    let countBand: String

    static let answers = ["seen", "not-seen", "unclear"]
    static let countBands = ["", "1-2", "3-5", "6-10", "11-25", "over-25"]

    /// Bytes before sealing: all replies have one length.
    private static let plaintextByteCount = 128

    /// Seals for the origin.
    ///
    /// - Throws: `CryptographyError` when the key cannot be used.
    func sealed(to key: AgreementPublicKey, subject: EntryID) throws -> [UInt8] {
        let unpadded = CBOREncoder.encode(self.cbor(padding: 0)).count
        // A byte string of 24 to 255 bytes has a head of two bytes, the empty one of one.
        let plaintext = CBOREncoder.encode(self.cbor(padding: Self.plaintextByteCount - unpadded - 1))
        let box = try HPKEBox.seal(plaintext, to: key, info: Self.info(subject), authenticating: [])
        return box.encapsulated + box.ciphertext
    }

    /// Opens a reply to an own bulletin.
    ///
    /// - Returns: nil when the part is not for any of the keys, or not a reply.
    static func open(_ part: [UInt8], keys: [AgreementKey], subject: EntryID) -> SealedReply? {
        guard part.count > HPKEBox.overhead else { return nil }
        let encapsulated = Array(part.prefix(HPKEBox.encapsulatedByteCount))
        let ciphertext = Array(part.dropFirst(HPKEBox.encapsulatedByteCount))
        for key in keys {
            do {
                let plaintext = try HPKEBox.open(
                    ciphertext,
                    encapsulated: encapsulated,
                    with: key,
                    info: Self.info(subject),
                    authenticating: []
                )
                return try Self.decode(plaintext)
            } catch {
                continue  // sealed to another key, or not a reply: tried with the next, nil in the end
            }
        }
        return nil
    }

    private func cbor(padding: Int) -> CBORValue {
        .map([
            CBORPair(key: .unsigned(1), value: .text(self.answer)),
            CBORPair(key: .unsigned(2), value: .text(self.countBand)),
            CBORPair(key: .unsigned(3), value: .bytes([UInt8](repeating: 0, count: padding))),
        ])
    }

    private static func decode(_ bytes: [UInt8]) throws -> SealedReply? {
        var reader = try CBORMapReader(try CBORDecoder.decode(bytes, limits: .wire))
        let answer = try reader.requiredText(1, limit: 16)
        let band = try reader.requiredText(2, limit: 16)
        _ = try reader.requiredBytes(3, limit: Self.plaintextByteCount)
        try reader.finish()
        guard Self.answers.contains(answer), Self.countBands.contains(band) else { return nil }
        return SealedReply(answer: answer, countBand: band)
    }

    private static func info(_ subject: EntryID) -> [UInt8] {
        Array(WireConstants.Domain.reply.utf8) + [0] + subject.bytes
    }
}
