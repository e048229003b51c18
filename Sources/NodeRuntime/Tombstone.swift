// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CaseStore
package import Casework
package import Cryptography
package import StrictJSON

/// The desk's signed statement that who reported, and every word of the case, is destroyed.
///
/// It names the case by the hash of the receipt code alone: only who has the code can say whose it is. JSON
/// `fairlead-tombstone/1`, described in `docs/reference/keys.md`.
package struct Tombstone: Hashable, Sendable {
    package static let format = "fairlead-tombstone/1"
    static let domain = "fairlead-tombstone-v1"

    /// As `CaseStore` hashes a receipt code, 32 bytes.
    package let receiptHash: [UInt8]
    package let destroyedOn: CalendarDay
    /// `after-feedback`, `after-referral`, `after-closing`, or the reason of an early destruction.
    package let reason: String
    /// By when the epoch is over, so that no older backup opens either.
    package let backupsEndBy: CalendarDay
    package let nodeKey: SigningPublicKey
    package let signature: [UInt8]

    /// Signs.
    init(receiptHash: [UInt8], destroyedOn: CalendarDay, reason: String, backupsEndBy: CalendarDay, key: SigningKey) {
        self.receiptHash = receiptHash
        self.destroyedOn = destroyedOn
        self.reason = reason
        self.backupsEndBy = backupsEndBy
        self.nodeKey = key.publicKey
        self.signature = key.sign(Self.signingInput(receiptHash, destroyedOn, reason, backupsEndBy))
    }

    /// Reads a statement; gives nothing for another form.
    ///
    /// Nothing is verified yet.
    package init?(json: JSONValue) {
        let names: Set<String> = [
            "format", "receipt_hash", "destroyed_on", "reason", "backups_end_by", "node_key", "signature",
        ]
        guard let object = json.objectValue, Set(object.names) == names,
            object["format"]?.stringValue == Self.format,
            let destroyedOn = object["destroyed_on"]?.stringValue.flatMap(CalendarDay.init(text:)),
            let reason = object["reason"]?.stringValue,
            let backupsEndBy = object["backups_end_by"]?.stringValue.flatMap(CalendarDay.init(text:))
        else { return nil }
        do {
            self.receiptHash = try Hex.decode(object["receipt_hash"]?.stringValue ?? "")
            self.nodeKey = try SigningPublicKey(bytes: try Base64URL.decode(object["node_key"]?.stringValue ?? ""))
            self.signature = try Base64URL.decode(object["signature"]?.stringValue ?? "")
        } catch {
            return nil
        }
        guard self.receiptHash.count == Hashing.sha256ByteCount else { return nil }
        self.destroyedOn = destroyedOn
        self.reason = reason
        self.backupsEndBy = backupsEndBy
    }

    package var json: JSONValue {
        .object([
            "format": .string(Self.format),
            "receipt_hash": .string(Hex.encode(self.receiptHash)),
            "destroyed_on": .string(self.destroyedOn.text),
            "reason": .string(self.reason),
            "backups_end_by": .string(self.backupsEndBy.text),
            "node_key": .string(Base64URL.encode(self.nodeKey.bytes)),
            "signature": .string(Base64URL.encode(self.signature)),
        ])
    }

    /// Whether a member's key signed it about one receipt code.
    package func isGenuine(receipt: ReceiptCode, nodeKey: SigningPublicKey) -> Bool {
        self.receiptHash == CaseStore.hash(of: receipt) && self.nodeKey == nodeKey
            && nodeKey.isValid(
                signature: self.signature,
                for: Self.signingInput(self.receiptHash, self.destroyedOn, self.reason, self.backupsEndBy)
            )
    }

    private static func signingInput(
        _ receiptHash: [UInt8],
        _ destroyedOn: CalendarDay,
        _ reason: String,
        _ backupsEndBy: CalendarDay
    ) -> [UInt8] {
        Array(Self.domain.utf8) + [0] + receiptHash
            + Array("\(destroyedOn.text) \(backupsEndBy.text) \(reason)".utf8)
    }
}
