// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import BulletinFormat
import Cryptography
import Policy
import StrictJSON

extension BulletinCommand {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verify one SD-JWT or one exported package from anywhere; needs no desk.",
            discussion: """
                Prints {"payload","disclosed"}, of a package {"issuer","type","id","month","claims","opened","sealed",
                "missing"}; exit 65 and the broken rule otherwise.

                EXAMPLES
                  fairlead bulletin verify bulletin.sd-jwt --key issuer.jwk -o json
                """
        )
        @Argument(help: "File with the compact SD-JWT or the package, or - for standard input.") var file: String
        @Option(help: "File with the issuer's public key as a JWK (OKP, Ed25519).") var key: String
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let key = try JWK.publicKey(try InputFile.read(self.key, byteLimit: 16 * 1024))
                var compact = try InputFile.read(self.file)
                while let last = compact.last, last == 0x0A || last == 0x0D || last == 0x20 { compact.removeLast() }
                if compact.first == UInt8(ascii: "{") {
                    self.options.write(try Self.verify(package: compact, key)) { TextTable.record($0) }
                    return
                }
                let verified: VerifiedSDJWT
                do {
                    verified = try SDJWTVerifier.verify(compact: compact, key: key)
                } catch {
                    throw Problem(
                        .badSignature,
                        "The SD-JWT breaks a rule: \(error).",
                        next: "Ask its issuer for it again; do not use this one."
                    )
                }
                let answer: JSONValue = .object([
                    "payload": .object(verified.payload),
                    "disclosed": .array(verified.disclosed.map { .string($0) }),
                ])
                self.options.write(answer) { TextTable.record($0) }
            }
        }

        /// Verifies a package without any reader's key: signature, hashes, form, and the public tier.
        private static func verify(package bytes: [UInt8], _ key: SigningPublicKey) throws -> JSONValue {
            do {
                let opened = try BulletinPackageFile(json: bytes).open(key: key)
                func names(_ tiers: [Tier]) -> JSONValue { .array(tiers.map { .string($0.level.rawValue) }) }
                return .object([
                    "issuer": .string(opened.issuer), "type": .string(opened.type.rawValue),
                    "id": .string(opened.identifier.text), "month": .string(opened.month.text),
                    "claims": .object(opened.claims), "opened": names(opened.tiersOpened),
                    "sealed": names(opened.tiersSealed), "missing": names(opened.tiersMissing),
                ])
            } catch let refusal as BulletinPackageFile.Refusal {
                throw Problem(.badData, "The file is no package: \(refusal).", next: "Export it again.")
            } catch let rejection as BulletinRejection {
                throw Problem(
                    .badSignature,
                    "The package breaks a rule (\(rejection.rule)): \(rejection).",
                    next: "Ask its issuer for it again; do not use this one."
                )
            }
        }
    }
}

/// Reads a public key in JSON (RFC 8037): `{"kty":"OKP","crv":"Ed25519","x":"…"}`.
enum JWK {
    static func publicKey(_ bytes: [UInt8]) throws -> SigningPublicKey {
        do {
            guard let object = try JSONParser.parse(bytes).objectValue, object["kty"]?.stringValue == "OKP",
                object["crv"]?.stringValue == "Ed25519", let x = object["x"]?.stringValue
            else { throw Self.refusal }
            return try SigningPublicKey(bytes: try Base64URL.decode(x))
        } catch {
            throw Self.refusal
        }
    }

    private static let refusal = Problem(
        .badData,
        "The key file is not a JWK of kty OKP and crv Ed25519.",
        next: "Get the issuer's public key: fairlead peer list -o json prints them."
    )
}
