// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import ArgumentParser
import BulletinFormat
import Cryptography
import StrictJSON

extension BulletinCommand {
    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Verify one SD-JWT from anywhere; needs no desk.",
            discussion: """
                Prints {"payload","disclosed"}; exit 65 and the broken rule otherwise.

                EXAMPLES
                  fairlead bulletin verify bulletin.sd-jwt --key issuer.jwk -o json
                """
        )
        @Argument(help: "File with the compact SD-JWT, or - for standard input.") var file: String
        @Option(help: "File with the issuer's public key as a JWK (OKP, Ed25519).") var key: String
        @OptionGroup var options: OutputOptions

        func run() async throws {
            try await CommandFailure.reporting {
                let key = try JWK.publicKey(try InputFile.read(self.key, byteLimit: 16 * 1024))
                var compact = try InputFile.read(self.file)
                while let last = compact.last, last == 0x0A || last == 0x0D || last == 0x20 { compact.removeLast() }
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
