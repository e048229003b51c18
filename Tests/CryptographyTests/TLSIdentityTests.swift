// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import TestSupport
import Testing

@Suite("TLS identity") struct TLSIdentityTests {
    @Test("is stored and taken up again, with the same hash of its public key")
    func roundTrip() throws {
        let identity = try TLSIdentity.generate()
        let again = try TLSIdentity(certificateDER: identity.certificateDER, privateKeyDER: identity.privateKeyDER)
        #expect(again.subjectPublicKeyInfoHash == identity.subjectPublicKeyInfoHash)
        #expect(identity.subjectPublicKeyInfoHash.count == 32)
        #expect(
            try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: identity.certificateDER)
                == identity.subjectPublicKeyInfoHash
        )
        #expect(identity.certificateDER.count < 512)
        #expect(identity.privateKeyDER.count == 138)
    }

    @Test("each is new: other key, other serial number")
    func fresh() throws {
        let one = try TLSIdentity.generate(validDays: 1)
        let other = try TLSIdentity.generate(validDays: 1)
        #expect(one.subjectPublicKeyInfoHash != other.subjectPublicKeyInfoHash)
        #expect(one.privateKeyDER != other.privateKeyDER)
    }

    @Test("holds a P-256 SubjectPublicKeyInfo whose hash is the identity's")
    func subjectPublicKeyInfo() throws {
        let identity = try TLSIdentity.generate()
        // SEQUENCE(89) { SEQUENCE { id-ecPublicKey, prime256v1 }, BIT STRING(66) { 04 x y } }: RFC 5480.
        let prefix = try Hex.decode("3059301306072a8648ce3d020106082a8648ce3d03010703420004")
        let certificate = identity.certificateDER
        let starts = certificate.indices.filter { certificate[$0...].starts(with: prefix) }
        let start = try #require(starts.first)
        #expect(starts.count == 1)
        #expect(Hashing.sha256([UInt8](certificate[start..<start + 91])) == identity.subjectPublicKeyInfoHash)
    }

    @Test("names nobody: the subject is the same for all")
    func neutral() throws {
        let certificate = try TLSIdentity.generate().certificateDER
        let name = [UInt8]("fairlead".utf8)
        #expect(certificate.indices.filter { certificate[$0...].starts(with: name) }.count == 2)
    }

    @Test("refuses a key of another certificate, and bytes that are neither")
    func refusals() throws {
        let one = try TLSIdentity.generate()
        let other = try TLSIdentity.generate()
        #expect(throws: CryptographyError.keyDoesNotMatchCertificate) {
            try TLSIdentity(certificateDER: one.certificateDER, privateKeyDER: other.privateKeyDER)
        }
        #expect(throws: CryptographyError.malformedPrivateKey) {
            try TLSIdentity(certificateDER: one.certificateDER, privateKeyDER: SecretBytes(random: 138))
        }
        #expect(throws: CryptographyError.tooLong(.privateKey, limit: 4_096, actual: 5_000)) {
            try TLSIdentity(certificateDER: one.certificateDER, privateKeyDER: SecretBytes(random: 5_000))
        }
        #expect(throws: CryptographyError.malformedCertificate) {
            try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: [])
        }
        #expect(throws: CryptographyError.malformedCertificate) {
            try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: one.certificateDER + [0])
        }
        #expect(throws: CryptographyError.tooLong(.certificate, limit: 16_384, actual: 20_000)) {
            try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: [UInt8](repeating: 0x30, count: 20_000))
        }
    }

    @Test("a cut, changed or random certificate ends in a typed error or another hash, never in a crash")
    func hostileCertificates() throws {
        let identity = try TLSIdentity.generate()
        for length in 0..<identity.certificateDER.count {
            #expect(throws: CryptographyError.malformedCertificate) {
                try TLSIdentity.subjectPublicKeyInfoHash(
                    ofCertificateDER: [UInt8](identity.certificateDER.prefix(length))
                )
            }
        }
        var generator = SeededRandom(seed: 3)
        for _ in 0..<500 {
            var bytes = identity.certificateDER
            bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: .min ... .max, using: &generator)
            do {
                #expect(try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: bytes).count == 32)
            } catch CryptographyError.malformedCertificate {}
            do {
                let noise = generator.bytes(Int.random(in: 0..<200, using: &generator))
                _ = try TLSIdentity.subjectPublicKeyInfoHash(ofCertificateDER: noise)
                Issue.record("noise is no certificate")
            } catch CryptographyError.malformedCertificate {}
        }
    }
}
