// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import StrictJSON

/// Four ways into the bulletin's code, chosen by the first byte.
///
/// A mutated signature would stop every run at the first step, so the second way signs what the fuzzer made.
package enum BulletinFuzz {
    static let signingKey = key()
    static let openingKeys = [agreementKey(7), agreementKey(9)]

    private static func key() -> SigningKey {
        do { return try SigningKey(seed: SecretBytes(copying: [UInt8](repeating: 3, count: 32))) } catch {
            preconditionFailure("a seed of 32 bytes was refused: \(error)")
        }
    }

    static func agreementKey(_ octet: UInt8) -> AgreementKey {
        do { return try AgreementKey(privateKey: SecretBytes(copying: [UInt8](repeating: octet, count: 32))) } catch {
            preconditionFailure("a key of 32 bytes was refused: \(error)")
        }
    }

    static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        switch first & 3 {
        case 0: compact(rest)
        case 1: signed(rest)
        case 2: package(rest)
        default: sealed(rest)
        }
    }

    private static func compact(_ bytes: [UInt8]) {
        do { _ = try SDJWTVerifier.verify(compact: bytes, key: signingKey.publicKey) } catch { return }
    }

    /// A payload, then disclosures, all as JSON, parted by zero bytes.
    private static func signed(_ bytes: [UInt8]) {
        let pieces = bytes.split(separator: 0, omittingEmptySubsequences: false).map(Array.init)
        let core = sign(pieces[0])
        let disclosures = pieces.dropFirst().prefix(200).map { Base64URL.encode($0) }
        do {
            let verified = try BulletinCore.verify(core, key: signingKey.publicKey)
            precondition(verified.digests.count <= 128 && verified.tiers.first?.tier == .everyone)
        } catch {}
        do {
            let compact = SDJWTIssuer.compact(core: core, disclosures: disclosures)
            let verified = try SDJWTVerifier.verify(compact: compact, key: signingKey.publicKey)
            precondition(verified.disclosed.allSatisfy { verified.payload[$0] != nil })
            let identifier = verified.payload["id"]?.stringValue ?? ""
            FuzzTarget.plantedFault(BulletinIdentifier(text: identifier) == nil)
        } catch {}
    }

    static func sign(_ payload: [UInt8]) -> [UInt8] {
        let header: JSONValue = .object([
            "alg": "Ed25519", "typ": "pia+sd-jwt", "kid": .string(signingKey.publicKey.keyID),
        ])
        let signed = [JSONWriter.write(header), payload].map { Base64URL.encode($0) }.joined(separator: ".")
        let signature = signingKey.sign(Array(signed.utf8))
        return Array((signed + "." + Base64URL.encode(signature)).utf8)
    }

    private static func package(_ bytes: [UInt8]) {
        do {
            let file = try BulletinPackageFile(json: bytes)
            let again = FuzzTarget.again { try BulletinPackageFile(json: JSONWriter.write(file.json)) }
            precondition(again == file, "another package")
            _ = try file.open(key: file.issuerKey, openingKeys: openingKeys)
        } catch {}
    }

    private static func sealed(_ bytes: [UInt8]) {
        for allowsPadding in [false, true] {
            guard let bundle = TierBundle(decoding: bytes, allowsPadding: allowsPadding) else { continue }
            precondition(bundle.encoded(byteCountMin: allowsPadding ? bytes.count : 0) == bytes, "another bundle")
        }
        guard let identifier = BulletinIdentifier(text: String(repeating: "0", count: 32)) else { return }
        let context = SealingContext(identifier: identifier, tier: .partners, contentHash: [])
        do {
            _ = try TierSealing.open(bytes, keys: openingKeys, keyCommitment: [], context: context)
        } catch {}
    }
}
