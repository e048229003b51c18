// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import WireFormat

/// BYE, CREDIT, ROSTER and REFUSED.
///
/// Protocol 4.
enum LinkCodec {
    static func bye(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Bye {
        GossipMessage.Bye(code: try items.unsigned(), text: try items.text(limit: WireConstants.Limit.byeTextBytes))
    }

    static func value(of bye: GossipMessage.Bye) -> CBORValue {
        .array([.unsigned(bye.code), .text(bye.text)])
    }

    static func credit(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Credit {
        GossipMessage.Credit(trafficClass: try items.unsigned(), bytes: try items.unsigned())
    }

    static func value(of credit: GossipMessage.Credit) -> CBORValue {
        .array([.unsigned(credit.trafficClass), .unsigned(credit.bytes)])
    }

    static func rosterChunk(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.RosterChunk {
        let epoch = try items.unsigned()
        let offset = try items.unsigned()
        let total = try items.unsigned()
        guard total <= UInt64(WireConstants.Limit.rosterBytes) else { throw items.unknownValue(total) }
        let bytes = try items.bytes(limit: WireConstants.Limit.framePayloadBytes)
        return GossipMessage.RosterChunk(epoch: epoch, offset: offset, total: total, bytes: bytes)
    }

    static func value(of chunk: GossipMessage.RosterChunk) -> CBORValue {
        .array([.unsigned(chunk.epoch), .unsigned(chunk.offset), .unsigned(chunk.total), .bytes(chunk.bytes)])
    }

    static func refused(_ items: inout ItemReader) throws(MessageDecodingError) -> GossipMessage.Refused {
        GossipMessage.Refused(
            frameType: try items.unsigned(),
            code: try items.unsigned(),
            retryAfterSeconds: try items.unsigned()
        )
    }

    static func value(of refused: GossipMessage.Refused) -> CBORValue {
        .array([.unsigned(refused.frameType), .unsigned(refused.code), .unsigned(refused.retryAfterSeconds)])
    }
}
