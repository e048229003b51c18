// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore
import WireFormat

/// Messages to frames and back.
///
/// Protocol 4.
///
/// Decoding checks sizes and shapes and nothing else: a decoded message may still be a lie. Whatever is accepted
/// encodes again to the same bytes, except HELLO, whose unknown keys are dropped.
package enum MessageCodec {
    /// Caps of one payload.
    ///
    /// Protocol 1 and 3.
    static let limits = CBORLimits(
        byteLimit: WireConstants.Limit.framePayloadBytes,
        depthLimit: WireConstants.Limit.depth,
        itemLimit: WireConstants.Limit.items
    )

    /// Bytes of an Ed25519 signature.
    static let signatureBytes = 64

    /// Bytes of a SHA-256 hash.
    static let hashBytes = 32

    /// Bytes of a state root.
    static let stateRootBytes = 16

    /// Feature names in one HELLO, and bytes of each.
    static let featureLimit = 32
    static let featureByteLimit = 64

    /// Reads a frame's payload.
    ///
    /// - Parameter frame: as received; may be hostile.
    /// - Returns: the message, nil for a frame of an unknown type that asks to be skipped.
    /// - Throws: the first rule that was broken.
    package static func decode(_ frame: Frame) throws(MessageDecodingError) -> GossipMessage? {
        guard FrameName.isKnown(frame.type) else {
            guard frame.flags & WireConstants.ignorableFlag != 0 else { throw .unknownType(frame.type) }
            return nil
        }
        let value: CBORValue
        do {
            value = try CBORDecoder.decode(frame.payload, limits: Self.limits)
        } catch {
            throw .notCBOR(error, type: frame.type)
        }
        if frame.type == WireConstants.FrameType.hello {
            return .hello(try HelloCodec.decode(value))
        }
        var items = try ItemReader(value, type: frame.type)
        let message = try Self.message(type: frame.type, &items)
        try items.finish()
        return message
    }

    private static func message(
        type: UInt8,
        _ items: inout ItemReader
    ) throws(MessageDecodingError) -> GossipMessage {
        typealias FrameType = WireConstants.FrameType
        switch type {
        case FrameType.bye: return .bye(try LinkCodec.bye(&items))
        case FrameType.ping: return .ping(try items.unsigned())
        case FrameType.pong: return .pong(try items.unsigned())
        case FrameType.credit: return .credit(try LinkCodec.credit(&items))
        case FrameType.rosterGet: return .rosterGet(GossipMessage.RosterGet(epoch: try items.unsigned()))
        case FrameType.roster: return .roster(try LinkCodec.rosterChunk(&items))
        case FrameType.summary: return .summary(try SyncCodec.summary(&items))
        case FrameType.vector: return .vector(try SyncCodec.vector(&items))
        case FrameType.probe: return .probe(try SyncCodec.probe(&items))
        case FrameType.probed: return .probed(try SyncCodec.probed(&items))
        case FrameType.header: return .header(try EntryCodec.header(&items))
        case FrameType.advert: return .advert(try ReferenceCodec.references(&items))
        case FrameType.wantHeader: return .wantHeader(try ReferenceCodec.references(&items))
        case FrameType.have: return .have(try ReferenceCodec.references(&items))
        case FrameType.want: return .want(try ReferenceCodec.references(&items))
        case FrameType.cancel: return .cancel(try ReferenceCodec.references(&items))
        case FrameType.wantRange: return .wantRange(try SyncCodec.wantRange(&items))
        case FrameType.end: return .end(request: try items.unsigned())
        case FrameType.more: return .more(try SyncCodec.more(&items))
        case FrameType.body: return .body(try EntryCodec.body(&items))
        case FrameType.gone: return .gone(try EntryCodec.gone(&items))
        case FrameType.refused: return .refused(try LinkCodec.refused(&items))
        case FrameType.proof: return .proof(try EntryCodec.proof(&items))
        case FrameType.rangeEntry: return .rangeEntry(try EntryCodec.rangeEntry(&items))
        default: throw .unknownType(type)
        }
    }

    /// Writes a message.
    ///
    /// - Parameter message: made by this program, hence within the limits.
    /// - Returns: its frame; nil when the payload is over the frame limit, which the caller treats as a dropped push.
    package static func encode(_ message: GossipMessage) -> Frame? {
        let payload = CBOREncoder.encode(Self.value(of: message))
        guard payload.count <= WireConstants.Limit.framePayloadBytes else { return nil }
        return Frame(type: message.frameType, flags: 0, payload: payload)
    }

    private static func value(of message: GossipMessage) -> CBORValue {
        switch message {
        case .hello(let hello): HelloCodec.value(of: hello)
        case .bye(let bye): LinkCodec.value(of: bye)
        case .ping(let number), .pong(let number): .array([.unsigned(number)])
        case .credit(let credit): LinkCodec.value(of: credit)
        case .rosterGet(let get): .array([.unsigned(get.epoch)])
        case .roster(let chunk): LinkCodec.value(of: chunk)
        case .summary(let summary): SyncCodec.value(of: summary)
        case .vector(let vector): SyncCodec.value(of: vector)
        case .probe(let probe): SyncCodec.value(of: probe)
        case .probed(let probed): SyncCodec.value(of: probed)
        case .header(let entry): EntryCodec.value(ofHeader: entry)
        case .advert(let references), .wantHeader(let references), .have(let references), .want(let references),
            .cancel(let references):
            ReferenceCodec.value(of: references)
        case .wantRange(let range): SyncCodec.value(of: range)
        case .end(let request): .array([.unsigned(request)])
        case .more(let more): .array([.unsigned(more.request), .unsigned(more.next)])
        case .body(let body): EntryCodec.value(of: body)
        case .gone(let gone): EntryCodec.value(of: gone)
        case .refused(let refused): LinkCodec.value(of: refused)
        case .proof(let proof): EntryCodec.value(of: proof)
        case .rangeEntry(let entry): EntryCodec.value(of: entry)
        }
    }
}
