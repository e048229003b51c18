// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import GossipCore
import WireFormat

/// Names of frame types, as protocol 4 writes them.
package enum FrameName {
    private static let names: [UInt8: String] = [
        WireConstants.FrameType.hello: "HELLO",
        WireConstants.FrameType.bye: "BYE",
        WireConstants.FrameType.ping: "PING",
        WireConstants.FrameType.pong: "PONG",
        WireConstants.FrameType.credit: "CREDIT",
        WireConstants.FrameType.rosterGet: "ROSTER_GET",
        WireConstants.FrameType.roster: "ROSTER",
        WireConstants.FrameType.summary: "SUMMARY",
        WireConstants.FrameType.vector: "VECTOR",
        WireConstants.FrameType.probe: "PROBE",
        WireConstants.FrameType.probed: "PROBED",
        WireConstants.FrameType.header: "HEADER",
        WireConstants.FrameType.advert: "ADVERT",
        WireConstants.FrameType.wantHeader: "WANT_HEADER",
        WireConstants.FrameType.have: "HAVE",
        WireConstants.FrameType.want: "WANT",
        WireConstants.FrameType.cancel: "CANCEL",
        WireConstants.FrameType.wantRange: "WANT_RANGE",
        WireConstants.FrameType.end: "END",
        WireConstants.FrameType.more: "MORE",
        WireConstants.FrameType.body: "BODY",
        WireConstants.FrameType.gone: "GONE",
        WireConstants.FrameType.refused: "REFUSED",
        WireConstants.FrameType.proof: "PROOF",
        WireConstants.FrameType.rangeEntry: "RANGE_ENTRY",
    ]

    /// Whether this program can read frames of a type.
    package static func isKnown(_ type: UInt8) -> Bool {
        Self.names[type] != nil
    }

    /// The name of a type, or its number.
    package static func of(_ type: UInt8) -> String {
        Self.names[type] ?? "TYPE_\(type)"
    }
}

extension GossipMessage {
    /// The frame type that carries the message.
    package var frameType: UInt8 {
        switch self {
        case .hello: WireConstants.FrameType.hello
        case .bye: WireConstants.FrameType.bye
        case .ping: WireConstants.FrameType.ping
        case .pong: WireConstants.FrameType.pong
        case .credit: WireConstants.FrameType.credit
        case .rosterGet: WireConstants.FrameType.rosterGet
        case .roster: WireConstants.FrameType.roster
        case .summary: WireConstants.FrameType.summary
        case .vector: WireConstants.FrameType.vector
        case .probe: WireConstants.FrameType.probe
        case .probed: WireConstants.FrameType.probed
        case .header: WireConstants.FrameType.header
        case .advert: WireConstants.FrameType.advert
        case .wantHeader: WireConstants.FrameType.wantHeader
        case .have: WireConstants.FrameType.have
        case .want: WireConstants.FrameType.want
        case .cancel: WireConstants.FrameType.cancel
        case .wantRange: WireConstants.FrameType.wantRange
        case .end: WireConstants.FrameType.end
        case .more: WireConstants.FrameType.more
        case .body: WireConstants.FrameType.body
        case .gone: WireConstants.FrameType.gone
        case .refused: WireConstants.FrameType.refused
        case .proof: WireConstants.FrameType.proof
        case .rangeEntry: WireConstants.FrameType.rangeEntry
        }
    }
}
