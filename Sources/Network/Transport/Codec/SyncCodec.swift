// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger
import WireFormat

/// SUMMARY, VECTOR, PROBE, PROBED, WANT_RANGE and MORE.
///
/// Protocol 4 and 4.4.
enum SyncCodec {
    static func summary(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Summary {
        GossipMessage.Summary(
            rosterHash: try items.bytes(count: MessageCodec.hashBytes),
            stateRoot: try items.bytes(count: MessageCodec.stateRootBytes),
            origins: try items.unsigned(),
            entries: try items.unsigned()
        )
    }

    static func value(of summary: GossipMessage.Summary) -> CBORValue {
        .array([
            .bytes(summary.rosterHash), .bytes(summary.stateRoot), .unsigned(summary.origins),
            .unsigned(summary.entries),
        ])
    }

    static func vector(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Vector {
        let number = try items.unsigned()
        guard let mode = GossipMessage.Vector.Mode(rawValue: number) else { throw items.unknownValue(number) }
        let rosterHash = try items.bytes(count: MessageCodec.hashBytes)
        let packed = try items.bytes(limit: WireConstants.Limit.framePayloadBytes)
        return GossipMessage.Vector(mode: mode, rosterHash: rosterHash, lines: try Self.lines(packed))
    }

    static func value(of vector: GossipMessage.Vector) -> CBORValue {
        var packed: [UInt8] = []
        packed.reserveCapacity(vector.lines.count * 12)
        for line in vector.lines {
            Varint.encode(line.index, into: &packed)
            Varint.encode(line.logEpoch, into: &packed)
            Varint.encode(line.sequence, into: &packed)
            packed += ReferenceCodec.bytes(line.idPrefix)
        }
        return .array([.unsigned(vector.mode.rawValue), .bytes(vector.rosterHash), .bytes(packed)])
    }

    private static func lines(_ packed: [UInt8]) throws(MessageDecodingError) -> [EntryReference] {
        var lines: [EntryReference] = []
        var rest = packed[...]
        while !rest.isEmpty {
            let start = rest.startIndex
            do {
                let index = try Varint.decode(rest)
                let logEpoch = try Varint.decode(index.rest)
                let sequence = try Varint.decode(logEpoch.rest)
                let prefix = sequence.rest.prefix(ReferenceCodec.prefixByteCount)
                guard prefix.count == ReferenceCodec.prefixByteCount else { throw VarintError.truncated }
                lines.append(
                    EntryReference(
                        index: index.number,
                        logEpoch: logEpoch.number,
                        sequence: sequence.number,
                        idPrefix: ReferenceCodec.number(prefix)
                    )
                )
                rest = sequence.rest.dropFirst(ReferenceCodec.prefixByteCount)
            } catch {
                throw .vectorLine(line: lines.count, offset: start)
            }
        }
        return lines
    }

    static func probe(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Probe {
        GossipMessage.Probe(index: try items.unsigned(), logEpoch: try items.unsigned(), sequence: try items.unsigned())
    }

    static func value(of probe: GossipMessage.Probe) -> CBORValue {
        .array([.unsigned(probe.index), .unsigned(probe.logEpoch), .unsigned(probe.sequence)])
    }

    static func probed(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Probed {
        GossipMessage.Probed(
            index: try items.unsigned(),
            logEpoch: try items.unsigned(),
            sequence: try items.unsigned(),
            id: try items.optionalBytes(count: EntryID.byteCount).flatMap { EntryID(bytes: $0) }
        )
    }

    static func value(of probed: GossipMessage.Probed) -> CBORValue {
        .array([
            .unsigned(probed.index), .unsigned(probed.logEpoch), .unsigned(probed.sequence),
            probed.id.map { .bytes($0.bytes) } ?? .null,
        ])
    }

    static func wantRange(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.WantRange {
        let request = try items.unsigned()
        let index = try items.unsigned()
        let logEpoch = try items.unsigned()
        let from = try items.unsigned()
        let to = try items.unsigned()
        let number = try items.unsigned()
        guard let content = RangeContent(rawValue: number) else { throw items.unknownValue(number) }
        return GossipMessage.WantRange(
            request: request,
            index: index,
            logEpoch: logEpoch,
            from: from,
            to: to,
            content: content,
            byteBudget: try items.unsigned()
        )
    }

    static func value(of range: GossipMessage.WantRange) -> CBORValue {
        .array([
            .unsigned(range.request), .unsigned(range.index), .unsigned(range.logEpoch), .unsigned(range.from),
            .unsigned(range.to), .unsigned(range.content.rawValue), .unsigned(range.byteBudget),
        ])
    }

    static func more(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.More {
        GossipMessage.More(request: try items.unsigned(), next: try items.unsigned())
    }
}
