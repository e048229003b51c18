// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import StrictJSON

/// What the signed part says about one tier's part: its hash, and the commitment to its content key.
package struct TierReference: Hashable, Sendable {
    package let tier: Tier
    /// SHA-256 of the part's bytes, 32 bytes: member `ct`.
    package let partHash: [UInt8]
    /// Commitment to the content key, 32 bytes: member `kc`; nil exactly for the public tier.
    package let keyCommitment: [UInt8]?

    package init(tier: Tier, partHash: [UInt8], keyCommitment: [UInt8]?) {
        self.tier = tier
        self.partHash = partHash
        self.keyCommitment = keyCommitment
    }

    /// The reference as the signed part bears it.
    ///
    /// Protocol 6.1.
    var json: JSONValue {
        var object = JSONObject()
        object.set("t", .integer(Int(tier.rawValue)))
        object.set("ct", .string(Base64URL.encode(partHash)))
        if let keyCommitment { object.set("kc", .string(Base64URL.encode(keyCommitment))) }
        return .object(object)
    }

    /// Reads a reference; nil unless it has exactly the members that its tier demands.
    init?(json: JSONValue) {
        guard let object = json.objectValue, let ordinal = object["t"]?.integerValue else { return nil }
        guard let octet = UInt8(exactly: ordinal), let tier = Tier(rawValue: octet) else { return nil }
        guard let text = object["ct"]?.stringValue, let partHash = DigestList.bytes(of: text) else { return nil }
        self.tier = tier
        self.partHash = partHash
        if tier.isSealed {
            guard object.names == ["t", "ct", "kc"], let text = object["kc"]?.stringValue else { return nil }
            guard let commitment = DigestList.bytes(of: text) else { return nil }
            keyCommitment = commitment
        } else {
            guard object.names == ["t", "ct"] else { return nil }
            keyCommitment = nil
        }
    }
}
