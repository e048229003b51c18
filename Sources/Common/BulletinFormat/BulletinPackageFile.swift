// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Cryptography
package import StrictJSON

/// A bulletin as it travels, in a file: what a relay holds of it, for a reader outside the network.
///
/// Bulletin format, section 9.
package struct BulletinPackageFile: Hashable, Sendable {
    /// Why bytes are no package.
    package enum Refusal: Error, Hashable, Sendable {
        case notJSON
        /// A member is missing, unknown or not of its form.
        case malformed
    }

    package static let format = "fairlead-bulletin/1"

    package let issuerKey: SigningPublicKey
    /// The compact JWS.
    package let core: [UInt8]
    /// In the order of the signed tiers; nil bytes for a part that was erased.
    package let parts: [(tier: Tier, bytes: [UInt8]?)]

    package init(issuerKey: SigningPublicKey, core: [UInt8], parts: [(tier: Tier, bytes: [UInt8]?)]) {
        self.issuerKey = issuerKey
        self.core = core
        self.parts = parts
    }

    /// Reads a file, which may be hostile; nothing is verified yet.
    ///
    /// - Throws: ``Refusal``.
    package init(json bytes: [UInt8]) throws(Refusal) {
        let limits = JSONLimits(byteLimit: 3 * BulletinLimits.bodyBytes, depthLimit: 4, memberLimit: 64)
        let parsed: JSONValue
        do { parsed = try JSONParser.parse(bytes, limits: limits) } catch { throw .notJSON }
        guard let object = parsed.objectValue, object["format"]?.stringValue == Self.format,
            Set(object.names) == ["format", "issuer_key", "core", "parts"], let core = object["core"]?.stringValue,
            let list = object["parts"]?.arrayValue, list.count <= Tier.allCases.count
        else { throw .malformed }
        var parts: [(tier: Tier, bytes: [UInt8]?)] = []
        do {
            self.issuerKey = try SigningPublicKey(bytes: try Base64URL.decode(object["issuer_key"]?.stringValue ?? ""))
            for element in list {
                guard let part = element.objectValue, part.names == ["tier", "bytes"],
                    let ordinal = part["tier"]?.integerValue.flatMap(UInt8.init(exactly:)),
                    let tier = Tier(rawValue: ordinal), let value = part["bytes"]
                else { throw Refusal.malformed }
                let text = value.stringValue
                guard text != nil || value == .null else { throw Refusal.malformed }
                parts.append((tier, try text.map { try Base64URL.decode($0) }))
            }
        } catch { throw .malformed }
        self.core = Array(core.utf8)
        self.parts = parts
    }

    /// The file's content.
    package var json: JSONValue {
        .object([
            "format": .string(Self.format),
            "issuer_key": .string(Base64URL.encode(self.issuerKey.bytes)),
            "core": .string(String(decoding: self.core, as: UTF8.self)),
            "parts": .array(
                self.parts.map { part in
                    .object([
                        "tier": .integer(Int(part.tier.rawValue)),
                        "bytes": part.bytes.map { .string(Base64URL.encode($0)) } ?? .null,
                    ])
                }
            ),
        ])
    }

    /// Verifies and opens the package.
    ///
    /// - Parameters:
    ///   - key: who must have signed; the key in the file is only what it says of itself.
    ///   - openingKeys: of the reader; none opens the public tier alone.
    /// - Returns: what this reader may see.
    /// - Throws: the first rule that was broken.
    package func open(
        key: SigningPublicKey,
        openingKeys: [AgreementKey] = []
    ) throws(BulletinRejection) -> OpenedBulletin {
        let core = try BulletinCore.verify(self.core, key: key)
        guard core.tiers.map(\.tier) == self.parts.map(\.tier) else { throw .partsMismatch }
        return try BulletinReader.open(
            core: self.core,
            parts: self.parts.map(\.bytes),
            issuerKey: key,
            openingKeys: openingKeys
        )
    }

    package static func == (left: BulletinPackageFile, right: BulletinPackageFile) -> Bool { left.json == right.json }

    package func hash(into hasher: inout Hasher) { hasher.combine(self.core) }
}
