// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The one field that is read first: it says whether the others can be understood.
struct OfficerKeyFormat: Decodable {
    let format: String
}

/// The fields of the file as they stand in JSON.
struct OfficerKeyRecord: Codable {
    struct Derivation: Codable {
        let algorithm: String
        let memoryBytes: UInt64
        let operations: UInt64
        let salt: String

        enum CodingKeys: String, CodingKey, CaseIterable {
            case algorithm, memoryBytes, operations, salt
        }
    }

    let checksum: String
    let derivation: Derivation
    let format: String
    let name: String
    let publicKey: String
    let sealedSeed: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case checksum, derivation, format, name, publicKey, sealedSeed
    }

    init(_ file: OfficerKeyFile) {
        self.checksum = Base64URL.encode(file.checksum)
        self.derivation = Derivation(
            algorithm: PassphraseParameters.algorithm,
            memoryBytes: file.parameters.memoryBytes,
            operations: file.parameters.operations,
            salt: Base64URL.encode(file.salt)
        )
        self.format = OfficerKeyFile.format
        self.name = file.name.text
        self.publicKey = Base64URL.encode(file.publicKey.bytes)
        self.sealedSeed = Base64URL.encode(file.sealedSeed)
    }

    init(from decoder: any Decoder) throws {
        try Self.refuseUnknownFields(decoder, known: CodingKeys.allCases.map(\.rawValue))
        let container = try decoder.container(keyedBy: CodingKeys.self)
        try Self.refuseUnknownFields(
            try container.superDecoder(forKey: .derivation),
            known: Derivation.CodingKeys.allCases.map(\.rawValue)
        )
        self.checksum = try container.decode(String.self, forKey: .checksum)
        self.derivation = try container.decode(Derivation.self, forKey: .derivation)
        self.format = try container.decode(String.self, forKey: .format)
        self.name = try container.decode(String.self, forKey: .name)
        self.publicKey = try container.decode(String.self, forKey: .publicKey)
        self.sealedSeed = try container.decode(String.self, forKey: .sealedSeed)
    }

    /// The file that the fields stand for.
    func file() throws(OfficerKeyFileError) -> OfficerKeyFile {
        guard self.derivation.algorithm == PassphraseParameters.algorithm else { throw .unknownParameters }
        let parameters: PassphraseParameters
        do {
            parameters = try PassphraseParameters(
                operations: self.derivation.operations,
                memoryBytes: self.derivation.memoryBytes
            )
        } catch {
            throw .unknownParameters
        }
        guard let name = OfficerName(self.name) else { throw .malformed(field: "name") }
        let file = OfficerKeyFile(
            name: name,
            publicKey: try Self.publicKey(self.publicKey),
            parameters: parameters,
            salt: try Self.octets(self.derivation.salt, field: "salt", count: PassphraseKey.saltByteCount),
            sealedSeed: try Self.octets(
                self.sealedSeed,
                field: "sealedSeed",
                count: SigningKey.seedByteCount + SealedBox.overhead
            )
        )
        guard try Self.octets(self.checksum, field: "checksum", count: Hashing.sha256ByteCount) == file.checksum else {
            throw .damaged
        }
        return file
    }

    /// The name of the field that an error of the decoder is about.
    static func field(of error: any Error) -> String? {
        switch error {
        case DecodingError.keyNotFound(let key, _): Self.known(key.stringValue)
        case DecodingError.typeMismatch(_, let context), DecodingError.valueNotFound(_, let context),
            DecodingError.dataCorrupted(let context):
            context.codingPath.last.flatMap { Self.known($0.stringValue) }
        default: nil
        }
    }

    /// Field names are told only if they are ours: the file may be any file, with anything in it.
    private static func known(_ name: String) -> String? {
        let names = CodingKeys.allCases.map(\.rawValue) + Derivation.CodingKeys.allCases.map(\.rawValue)
        return names.contains(name) ? name : nil
    }

    private static func publicKey(_ text: String) throws(OfficerKeyFileError) -> SigningPublicKey {
        let bytes = try self.octets(text, field: "publicKey", count: SigningPublicKey.byteCount)
        do {
            return try SigningPublicKey(bytes: bytes)
        } catch {
            throw .malformed(field: "publicKey")
        }
    }

    private static func octets(
        _ text: String,
        field: String,
        count: Int
    ) throws(OfficerKeyFileError) -> [UInt8] {
        let bytes: [UInt8]
        do {
            bytes = try Base64URL.decode(text)
        } catch {
            throw .malformed(field: field)
        }
        guard bytes.count == count else { throw .malformed(field: field) }
        return bytes
    }

    private struct AnyKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }

    private static func refuseUnknownFields(_ decoder: any Decoder, known: [String]) throws {
        for key in try decoder.container(keyedBy: AnyKey.self).allKeys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "unknown field")
            )
        }
    }
}
