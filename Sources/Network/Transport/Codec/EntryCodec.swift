// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import WireFormat

/// HEADER, BODY, GONE, PROOF and RANGE_ENTRY.
///
/// Protocol 4 and 5.
enum EntryCodec {
    static func header(_ items: inout ItemReader) throws(MessageDecodingError) -> UnverifiedEntry {
        let headerBytes = try items.bytes(limit: WireConstants.Limit.headerBytes)
        let signature = try items.bytes(count: MessageCodec.signatureBytes)
        guard !items.takeNull() else {
            return UnverifiedEntry(headerBytes: headerBytes, signature: signature)
        }
        var fields = try items.list(limit: 2)
        let core = try fields.bytes(limit: WireConstants.Limit.inlineBodyBytes)
        let parts = try Self.parts(&fields, with: core, limit: WireConstants.Limit.inlineBodyBytes)
        try fields.finish()
        let body = EntryBody(core: core, parts: parts)
        return UnverifiedEntry(headerBytes: headerBytes, signature: signature, body: body)
    }

    static func value(ofHeader entry: UnverifiedEntry) -> CBORValue {
        let body: CBORValue = entry.body.map { .array([.bytes($0.core), Self.value(ofParts: $0.parts)]) } ?? .null
        return .array([.bytes(entry.headerBytes), .bytes(entry.signature), body])
    }

    static func body(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Body {
        let entry = try Self.identifier(&items)
        let core = try items.optionalBytes(limit: WireConstants.Limit.bodyBytes)
        let parts = try Self.parts(&items, with: core ?? [], limit: WireConstants.Limit.bodyBytes)
        return GossipMessage.Body(entry: entry, core: core, parts: parts)
    }

    static func value(of body: GossipMessage.Body) -> CBORValue {
        .array([.bytes(body.entry.bytes), body.core.map { .bytes($0) } ?? .null, Self.value(ofParts: body.parts)])
    }

    static func gone(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Gone {
        GossipMessage.Gone(entry: try Self.identifier(&items), order: try Self.identifier(&items))
    }

    static func value(of gone: GossipMessage.Gone) -> CBORValue {
        .array([.bytes(gone.entry.bytes), .bytes(gone.order.bytes)])
    }

    static func proof(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Proof {
        GossipMessage.Proof(first: try Self.bareHeader(&items), second: try Self.bareHeader(&items))
    }

    static func value(of proof: GossipMessage.Proof) -> CBORValue {
        .array([
            .bytes(proof.first.headerBytes), .bytes(proof.first.signature), .bytes(proof.second.headerBytes),
            .bytes(proof.second.signature),
        ])
    }

    static func rangeEntry(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.RangeEntry {
        let request = try items.unsigned()
        let bare = try Self.bareHeader(&items)
        let core = try items.optionalBytes(limit: WireConstants.Limit.bodyBytes)
        // An entry without a core comes without parts, too.
        let partLimit = core == nil ? 0 : WireConstants.Limit.parts
        let parts = try Self.parts(&items, with: core ?? [], limit: WireConstants.Limit.bodyBytes, partLimit: partLimit)
        let body = core.map { EntryBody(core: $0, parts: parts) }
        let entry = UnverifiedEntry(headerBytes: bare.headerBytes, signature: bare.signature, body: body)
        return GossipMessage.RangeEntry(request: request, entry: entry)
    }

    static func value(of range: GossipMessage.RangeEntry) -> CBORValue {
        .array([
            .unsigned(range.request), .bytes(range.entry.headerBytes), .bytes(range.entry.signature),
            range.entry.body.map { .bytes($0.core) } ?? .null,
            Self.value(ofParts: range.entry.body?.parts ?? []),
        ])
    }

    private static func identifier(_ items: inout ItemReader) throws(MessageDecodingError) -> EntryID {
        let bytes = try items.bytes(count: EntryID.byteCount)
        guard let identifier = EntryID(bytes: bytes) else {
            preconditionFailure("\(bytes.count) bytes are not an entry id")
        }
        return identifier
    }

    private static func bareHeader(_ items: inout ItemReader) throws(MessageDecodingError) -> UnverifiedEntry {
        UnverifiedEntry(
            headerBytes: try items.bytes(limit: WireConstants.Limit.headerBytes),
            signature: try items.bytes(count: MessageCodec.signatureBytes)
        )
    }

    /// Takes the list of parts; core and parts together stay within `limit`.
    private static func parts(
        _ items: inout ItemReader,
        with core: [UInt8],
        limit: Int,
        partLimit: Int = WireConstants.Limit.parts
    ) throws(MessageDecodingError) -> [[UInt8]?] {
        var list = try items.list(limit: partLimit)
        var parts: [[UInt8]?] = []
        var total = core.count
        while !list.isAtEnd {
            let part = try list.optionalBytes(limit: limit)
            total += part?.count ?? 0
            try list.check(total, limit: limit)
            parts.append(part)
        }
        return parts
    }

    private static func value(ofParts parts: [[UInt8]?]) -> CBORValue {
        .array(parts.map { part in part.map { .bytes($0) } ?? .null })
    }
}
