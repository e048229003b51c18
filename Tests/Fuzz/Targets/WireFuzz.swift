// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Ledger
import NIOCore
import Transport
import WireFormat

/// What a peer sends: CBOR values, frames with messages, headers and cores of entries.
enum WireFuzz {
    static func run(_ bytes: [UInt8]) {
        guard let first = bytes.first else { return }
        let rest = Array(bytes.dropFirst())
        switch first & 3 {
        case 0: value(rest)
        case 1: frames(rest)
        case 2: header(rest)
        default: cores(rest)
        }
    }

    private static func value(_ bytes: [UInt8]) {
        do {
            let value = try CBORDecoder.decode(bytes)
            precondition(CBOREncoder.encode(value) == bytes, "another encoding")
            FuzzTarget.plantedFault(hasTilde(value))
        } catch {}
    }

    private static func hasTilde(_ value: CBORValue) -> Bool {
        switch value {
        case .text(let text): text.contains("~")
        case .array(let elements): elements.contains(where: hasTilde)
        default: false
        }
    }

    private static func frames(_ bytes: [UInt8]) {
        var buffer = ByteBuffer(bytes: bytes)
        var decoder = FrameDecoder()
        do {
            while let frame = try decoder.decode(buffer: &buffer) {
                precondition(frame.payload.count <= WireConstants.Limit.framePayloadBytes)
                guard let message = try MessageCodec.decode(frame), let written = MessageCodec.encode(message) else {
                    continue
                }
                let again = FuzzTarget.again { try MessageCodec.decode(written) }
                precondition(again == message, "another message")
            }
        } catch {}
    }

    private static func header(_ bytes: [UInt8]) {
        do {
            let header = try EntryHeader.decode(bytes)
            precondition(header.encoded() == bytes, "another encoding")
            _ = KindRule.violation(of: header)
        } catch {}
    }

    private static func cores(_ bytes: [UInt8]) {
        check(bytes) { try ReceiptCore.decode($0).encoded() }
        check(bytes) { try WithdrawalCore.decode($0).encoded() }
        check(bytes) { try KeyRotationCore.decode($0).encoded() }
        check(bytes) { try AudienceEpochCore.decode($0).encoded() }
        check(bytes) { try ReplyCore.decode($0).encoded() }
    }

    /// Whatever is decoded has one encoding.
    private static func check(_ bytes: [UInt8], _ turnRound: ([UInt8]) throws -> [UInt8]) {
        do {
            let again = try turnRound(bytes)
            precondition(again == bytes, "another encoding")
        } catch {}
    }
}
