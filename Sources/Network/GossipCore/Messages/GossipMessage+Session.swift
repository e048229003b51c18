// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

extension GossipMessage {
    /// The first message of each side (protocol 4.1).
    package struct Hello: Hashable, Sendable {
        package var network: NetworkID
        package var minorLowest: UInt64
        package var minorHighest: UInt64
        package var features: [String]
        package var rosterEpoch: UInt64
        /// SHA-256 of the roster bytes, 32 B.
        package var rosterHash: [UInt8]
        /// Days since 1970-01-01 UTC.
        package var day: UInt64
        /// Payload bytes that this side accepts in one frame.
        package var frameByteLimit: UInt64
        /// Entries in the archive.
        package var entryCount: UInt64

        package init(
            network: NetworkID,
            minorLowest: UInt64,
            minorHighest: UInt64,
            features: [String],
            rosterEpoch: UInt64,
            rosterHash: [UInt8],
            day: UInt64,
            frameByteLimit: UInt64,
            entryCount: UInt64
        ) {
            self.network = network
            self.minorLowest = minorLowest
            self.minorHighest = minorHighest
            self.features = features
            self.rosterEpoch = rosterEpoch
            self.rosterHash = rosterHash
            self.day = day
            self.frameByteLimit = frameByteLimit
            self.entryCount = entryCount
        }
    }

    /// The last message of a side (protocol 4.2).
    package struct Bye: Hashable, Sendable {
        /// See ``CloseCode``; an unknown number is kept.
        package let code: UInt64
        /// At most 128 B, for a person.
        package let text: String

        package init(code: UInt64, text: String) {
            self.code = code
            self.text = text
        }
    }

    /// Bytes that the other side may send of a class; reserved for flow control, not yet enforced.
    package struct Credit: Hashable, Sendable {
        /// 0 control, 1 live, 2 bulk.
        package let trafficClass: UInt64
        package let bytes: UInt64

        package init(trafficClass: UInt64, bytes: UInt64) {
            self.trafficClass = trafficClass
            self.bytes = bytes
        }
    }

    /// Asks for a signed roster of at least this epoch.
    package struct RosterGet: Hashable, Sendable {
        package let epoch: UInt64

        package init(epoch: UInt64) {
            self.epoch = epoch
        }
    }

    /// A piece of the signed roster.
    package struct RosterChunk: Hashable, Sendable {
        package let epoch: UInt64
        /// Place of the chunk in the signed roster, in bytes.
        package let offset: UInt64
        /// Bytes of the whole signed roster.
        package let total: UInt64
        package let bytes: [UInt8]

        package init(epoch: UInt64, offset: UInt64, total: UInt64, bytes: [UInt8]) {
            self.epoch = epoch
            self.offset = offset
            self.total = total
            self.bytes = bytes
        }
    }

    /// A request that is not answered, and why (protocol 4.9).
    package struct Refused: Hashable, Sendable {
        /// Type of the frame that asked.
        package let frameType: UInt64
        package let code: UInt64
        /// Seconds until asking again may help.
        package let retryAfterSeconds: UInt64

        package init(frameType: UInt64, code: UInt64, retryAfterSeconds: UInt64) {
            self.frameType = frameType
            self.code = code
            self.retryAfterSeconds = retryAfterSeconds
        }
    }
}
