// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import WireFormat

extension EntryHeader {
    private typealias Key = WireConstants.HeaderKey

    /// Greatest number in a header or roster, 2^53 - 1: every language and SQLite hold it exactly.
    ///
    /// Protocol 1.
    package static let numberMax: UInt64 = 1 << 53 - 1

    /// Room for a header: 14 members, two arrays of at most eight triples.
    ///
    /// Protocol 5.1.
    private static let limits = CBORLimits(
        byteLimit: WireConstants.Limit.headerBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: 128
    )

    /// The bytes to sign and to hash, in their only form.
    package func encoded() -> [UInt8] {
        let references = self.references.map { CBORValue.bytes($0.bytes) }
        let parts = self.parts.map { part in
            CBORValue.array([
                .unsigned(UInt64(part.ordinal)), .bytes(part.hash), .unsigned(UInt64(part.size)),
            ])
        }
        return CBOREncoder.encode(
            .integerMap([
                (Key.version, .unsigned(WireConstants.headerVersion)),
                (Key.network, .bytes(self.network.bytes)),
                (Key.origin, .bytes(self.origin.bytes)),
                (Key.logEpoch, .unsigned(self.logEpoch)),
                (Key.sequence, .unsigned(self.sequence)),
                (Key.previous, self.previous.map { .bytes($0.bytes) }),
                (Key.kind, .unsigned(self.kind.rawValue)),
                (Key.subject, self.subject.map { .bytes($0.bytes) }),
                (Key.references, references.isEmpty ? nil : .array(references)),
                (Key.priority, .unsigned(self.priority.rawValue)),
                (Key.day, .unsigned(self.day)),
                (Key.coreHash, .bytes(self.core.sha256)),
                (Key.coreSize, .unsigned(UInt64(self.core.size))),
                (Key.parts, parts.isEmpty ? nil : .array(parts)),
            ])
        )
    }

    /// Reads a header.
    ///
    /// Accepts exactly what ``encoded()`` produces: a header that decodes encodes to the same bytes.
    ///
    /// - Parameter bytes: as received; may be hostile. The limit of size is checked first.
    /// - Returns: the header.
    /// - Throws: ``HeaderDecodingError``, the first rule that is broken.
    package static func decode(_ bytes: [UInt8]) throws(HeaderDecodingError) -> EntryHeader {
        guard bytes.count <= Self.limits.byteLimit else {
            throw .overLimit(byteCount: bytes.count, limit: Self.limits.byteLimit)
        }
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(bytes, limits: Self.limits)
        } catch {
            throw .notCanonical(error)
        }
        let fields: Fields
        do {
            fields = try Fields(value)
        } catch {
            throw .shape(error)
        }
        return try fields.header()
    }

    /// The members of the map, each of the right type, before the rules between them are looked at.
    private struct Fields {
        let version: UInt64
        let network: [UInt8]
        let origin: [UInt8]
        let logEpoch: UInt64
        let sequence: UInt64
        let previous: [UInt8]?
        let kind: UInt64
        let subject: [UInt8]?
        let references: [CBORValue]?
        let priority: UInt64
        let day: UInt64
        let coreHash: [UInt8]
        let coreSize: UInt64
        let parts: [CBORValue]?

        init(_ value: CBORValue) throws(CBORShapeError) {
            var map = try CBORMapReader(value)
            self.version = try map.requiredUnsigned(Key.version)
            self.network = try map.requiredBytes(Key.network, count: NetworkID.byteCount)
            self.origin = try map.requiredBytes(Key.origin, count: 32)
            self.logEpoch = try map.requiredUnsigned(Key.logEpoch)
            self.sequence = try map.requiredUnsigned(Key.sequence)
            self.previous = try map.optionalBytes(Key.previous, count: EntryID.byteCount)
            self.kind = try map.requiredUnsigned(Key.kind)
            self.subject = try map.optionalBytes(Key.subject, count: EntryID.byteCount)
            self.references = try map.optionalArray(Key.references, limit: WireConstants.Limit.references)
            self.priority = try map.requiredUnsigned(Key.priority)
            self.day = try map.requiredUnsigned(Key.day)
            self.coreHash = try map.requiredBytes(Key.coreHash, count: ContentHash.byteCount)
            self.coreSize = try map.requiredUnsigned(Key.coreSize)
            self.parts = try map.optionalArray(Key.parts, limit: WireConstants.Limit.parts)
            try map.finish()
        }

        func header() throws(HeaderDecodingError) -> EntryHeader {
            guard self.version == WireConstants.headerVersion else { throw .unsupportedVersion(self.version) }
            let numbers = [
                (Key.logEpoch, self.logEpoch), (Key.sequence, self.sequence), (Key.kind, self.kind),
                (Key.day, self.day), (Key.coreSize, self.coreSize),
            ]
            for (key, number) in numbers where number > EntryHeader.numberMax { throw .numberTooLarge(key: key) }
            guard self.sequence > 0 else { throw .sequenceIsZero }
            guard (self.previous == nil) == (self.sequence == 1) else {
                throw .previousMismatch(sequence: self.sequence)
            }
            guard let priority = EntryPriority(rawValue: self.priority) else {
                throw .unknownPriority(self.priority)
            }
            guard let network = NetworkID(bytes: self.network) else {
                throw .shape(
                    .wrongByteCount(key: Key.network, expected: NetworkID.byteCount, found: self.network.count)
                )
            }
            let header = EntryHeader(
                network: network,
                origin: try self.originKey(),
                logEpoch: self.logEpoch,
                sequence: self.sequence,
                previous: self.previous.flatMap { EntryID(bytes: $0) },
                kind: EntryKind(rawValue: self.kind),
                subject: self.subject.flatMap { EntryID(bytes: $0) },
                references: try self.referenceList(),
                priority: priority,
                day: self.day,
                core: ContentHash(sha256: self.coreHash, size: try Self.bodySize(self.coreSize)),
                parts: try self.partList()
            )
            guard header.bodySize <= WireConstants.Limit.bodyBytes else {
                throw .bodyOverLimit(limit: WireConstants.Limit.bodyBytes)
            }
            return header
        }

        private func originKey() throws(HeaderDecodingError) -> SigningPublicKey {
            do {
                return try SigningPublicKey(bytes: self.origin)
            } catch {
                throw .malformedOrigin
            }
        }

        private func referenceList() throws(HeaderDecodingError) -> [EntryID] {
            guard let references = self.references else { return [] }
            var ids: [EntryID] = []
            for reference in references {
                guard case .bytes(let bytes) = reference, let id = EntryID(bytes: bytes), !ids.contains(id) else {
                    throw .malformedReferences
                }
                ids.append(id)
            }
            guard !ids.isEmpty else { throw .malformedReferences }
            return ids
        }

        private func partList() throws(HeaderDecodingError) -> [PartReference] {
            guard let parts = self.parts else { return [] }
            var list: [PartReference] = []
            for part in parts {
                guard case .array(let fields) = part, fields.count == 3,
                    case .unsigned(let number) = fields[0], let ordinal = UInt8(exactly: number),
                    case .bytes(let hash) = fields[1], hash.count == ContentHash.byteCount,
                    case .unsigned(let size) = fields[2]
                else { throw .malformedParts }
                if let last = list.last, last.ordinal >= ordinal { throw .partsNotAscending(ordinal: ordinal) }
                let content = ContentHash(sha256: hash, size: try Self.bodySize(size))
                list.append(PartReference(ordinal: ordinal, content: content))
            }
            guard !list.isEmpty else { throw .malformedParts }
            return list
        }

        private static func bodySize(_ size: UInt64) throws(HeaderDecodingError) -> Int {
            guard size <= UInt64(WireConstants.Limit.bodyBytes) else {
                throw .bodyOverLimit(limit: WireConstants.Limit.bodyBytes)
            }
            return Int(size)
        }
    }
}
