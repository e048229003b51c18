// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger
import WireFormat

/// A roster with its signatures, as it travels and stands in files; may be hostile.
///
/// Protocol 2.
package struct SignedRoster: Hashable, Sendable {
    /// The roster, exactly as signed.
    package let rosterBytes: [UInt8]
    /// Signatures, ascending by root.
    package let signatures: [RosterSignature]

    package init(rosterBytes: [UInt8], signatures: [RosterSignature]) {
        self.rosterBytes = rosterBytes
        self.signatures = signatures.sorted { $0.rootIndex < $1.rootIndex }
    }

    /// The bytes that travel: the roster and the list of signatures.
    package func encoded() -> [UInt8] {
        let list = self.signatures.map { signature in
            CBORValue.array([.unsigned(UInt64(signature.rootIndex)), .bytes(signature.signature)])
        }
        return CBOREncoder.encode(.array([.bytes(self.rosterBytes), .array(list)]))
    }

    /// Takes the envelope apart; neither roster nor signatures are looked at yet.
    ///
    /// - Parameter bytes: as received; the limit of size is checked first.
    /// - Returns: roster bytes and signatures.
    /// - Throws: `overLimit`, `notCanonical` or `malformedEnvelope`.
    package static func decode(_ bytes: [UInt8]) throws(RosterRejection) -> SignedRoster {
        let limit = WireConstants.Limit.rosterBytes
        guard bytes.count <= limit else { throw .overLimit(byteCount: bytes.count, limit: limit) }
        let limits = CBORLimits(byteLimit: limit, depthLimit: 3, itemLimit: 3 + 3 * RosterLimit.roots)
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(bytes, limits: limits)
        } catch {
            throw .notCanonical(error)
        }
        guard case .array(let fields) = value, fields.count == 2, case .bytes(let rosterBytes) = fields[0],
            case .array(let list) = fields[1]
        else { throw .malformedEnvelope }
        var signatures: [RosterSignature] = []
        for element in list {
            guard case .array(let pair) = element, pair.count == 2, case .unsigned(let index) = pair[0],
                index < UInt64(RosterLimit.roots), case .bytes(let signature) = pair[1],
                signature.count == SigningPublicKey.signatureByteCount
            else { throw .malformedEnvelope }
            if let last = signatures.last, last.rootIndex >= Int(index) { throw .malformedEnvelope }
            signatures.append(RosterSignature(rootIndex: Int(index), signature: signature))
        }
        return SignedRoster(rosterBytes: rosterBytes, signatures: signatures)
    }

    /// What a root signs.
    static func signingInput(_ rosterBytes: [UInt8]) -> [UInt8] {
        DomainSeparation.input(WireConstants.Domain.roster, rosterBytes)
    }
}
