// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Every number and name that goes on the wire, in one place.
///
/// `docs/reference/protocol.md` is the normative text; this file is its only copy in code. A value here is never
/// reused or renumbered: a peer of another version reads old bytes for years.
package enum WireConstants {
    /// Major version, as TLS application protocol (ALPN): peers of another major do not connect.
    ///
    /// Protocol 3.
    package static let applicationProtocol = "fairlead/1"

    /// Minor versions this program speaks, lowest and highest.
    ///
    /// Protocol 4.1.
    package static let minorVersions: ClosedRange<UInt64> = 0...0

    /// Version number inside every header.
    ///
    /// Protocol 5.1.
    package static let headerVersion: UInt64 = 1

    /// Strings that separate the purposes of one key: prefixed, with one zero byte after, to what is signed or hashed.
    package enum Domain {
        package static let header = "fairlead-header-v1"
        package static let roster = "fairlead-roster-v1"
        package static let policy = "fairlead-policy-v1"
        package static let approval = "fairlead-approval-v1"
        package static let departureDay = "fairlead-departure-day-v1"
        package static let stateLeaf = "fairlead-state-leaf-v1"
        package static let stateNode = "fairlead-state-node-v1"
        package static let rank = "fairlead-rank-v1"
        package static let tier = "fairlead-tier-v1"
        package static let tierKeyCommitment = "fairlead-tier-kc-v1"
        package static let audienceSlot = "fairlead-audience-slot-v1"
        package static let reply = "fairlead-reply-v1"
    }

    /// Keys of the header map.
    ///
    /// Protocol 5.1.
    package enum HeaderKey {
        package static let version: UInt64 = 1
        package static let network: UInt64 = 2
        package static let origin: UInt64 = 3
        package static let logEpoch: UInt64 = 4
        package static let sequence: UInt64 = 5
        package static let previous: UInt64 = 6
        package static let kind: UInt64 = 7
        package static let subject: UInt64 = 8
        package static let references: UInt64 = 9
        package static let priority: UInt64 = 10
        package static let day: UInt64 = 11
        package static let coreHash: UInt64 = 12
        package static let coreSize: UInt64 = 13
        package static let parts: UInt64 = 14
    }

    /// Kinds of entries.
    ///
    /// Protocol 5.3. An unknown kind is verified, stored and passed on unread.
    package enum Kind {
        package static let publish: UInt64 = 1
        package static let correct: UInt64 = 2
        package static let withdraw: UInt64 = 3
        package static let eraseOrder: UInt64 = 4
        package static let withdrawAcknowledgement: UInt64 = 5
        package static let receipt: UInt64 = 6
        package static let reply: UInt64 = 7
        package static let keyRotate: UInt64 = 8
        package static let audienceEpoch: UInt64 = 9
        package static let policy: UInt64 = 10
        package static let vocabulary: UInt64 = 11
        package static let cosignature: UInt64 = 12
        package static let cover: UInt64 = 13
        package static let statisticsReturn: UInt64 = 14
        package static let note: UInt64 = 15
    }

    /// Priority classes of entries.
    ///
    /// Protocol 5.1.
    package enum Priority {
        package static let routine: UInt64 = 0
        package static let urgent: UInt64 = 1
    }

    /// Ordinals of an entry's parts.
    ///
    /// Protocol 5.2.
    package enum PartOrdinal {
        package static let publicTier: UInt64 = 0
        package static let partnersTier: UInt64 = 1
        package static let customsTier: UInt64 = 2
        package static let originOnly: UInt64 = 3
    }

    /// Frame types.
    ///
    /// Protocol 4.
    package enum FrameType {
        package static let hello: UInt8 = 1
        package static let bye: UInt8 = 2
        package static let ping: UInt8 = 3
        package static let pong: UInt8 = 4
        package static let credit: UInt8 = 5
        package static let rosterGet: UInt8 = 6
        package static let roster: UInt8 = 7
        package static let summary: UInt8 = 8
        package static let vector: UInt8 = 9
        package static let probe: UInt8 = 10
        package static let probed: UInt8 = 11
        package static let header: UInt8 = 12
        package static let advert: UInt8 = 13
        package static let wantHeader: UInt8 = 14
        package static let have: UInt8 = 15
        package static let want: UInt8 = 16
        package static let cancel: UInt8 = 17
        package static let wantRange: UInt8 = 18
        package static let end: UInt8 = 19
        package static let more: UInt8 = 20
        package static let body: UInt8 = 21
        package static let gone: UInt8 = 22
        package static let refused: UInt8 = 23
        package static let proof: UInt8 = 24
        package static let cosign: UInt8 = 25
        package static let rangeEntry: UInt8 = 26
    }

    /// Frame flag: a receiver that does not know the type skips the frame.
    ///
    /// Protocol 3.
    package static let ignorableFlag: UInt8 = 0x01

    /// Keys of the HELLO map.
    ///
    /// Protocol 4.1.
    package enum HelloKey {
        package static let network: UInt64 = 1
        package static let minorLowest: UInt64 = 2
        package static let minorHighest: UInt64 = 3
        package static let features: UInt64 = 4
        package static let rosterEpoch: UInt64 = 5
        package static let rosterHash: UInt64 = 6
        package static let day: UInt64 = 7
        package static let frameByteLimit: UInt64 = 8
        package static let entryCount: UInt64 = 9
    }

    /// Codes of BYE.
    ///
    /// Protocol 4.2.
    package enum CloseCode {
        package static let goingAway: UInt64 = 1
        package static let notInRoster: UInt64 = 2
        package static let unknownFrameType: UInt64 = 3
        package static let malformed: UInt64 = 4
        package static let overLimit: UInt64 = 5
        package static let otherNetwork: UInt64 = 6
        package static let noCommonVersion: UInt64 = 7
        package static let badSignature: UInt64 = 8
        package static let duplicateLink: UInt64 = 9
        package static let idle: UInt64 = 10
        package static let internalFailure: UInt64 = 11
    }

    /// Codes of REFUSED.
    ///
    /// Protocol 4.9.
    package enum RefusalCode {
        package static let busy: UInt64 = 1
        package static let overQuota: UInt64 = 2
        package static let notHeld: UInt64 = 3
        package static let otherRosterEpoch: UInt64 = 4
    }

    /// Limits of sizes, depths and counts; each is checked before memory is taken.
    ///
    /// Protocol 1 to 5.
    package enum Limit {
        /// Payload bytes of one frame.
        package static let framePayloadBytes = 128 * 1024
        /// Bytes of one header; 300 is the aim.
        package static let headerBytes = 512
        /// Bytes of core and parts of one entry together.
        package static let bodyBytes = 64 * 1024
        /// Parts of one entry.
        package static let parts = 8
        /// Entries that one header may refer to.
        package static let references = 4
        /// Nesting of CBOR on the wire.
        package static let depth = 8
        /// Items in one CBOR value on the wire.
        package static let items = 4_096
        /// Bytes of core and parts up to which a HEADER frame carries the body with it.
        package static let inlineBodyBytes = 1_024
        /// References in one HAVE, WANT or CANCEL.
        package static let referencesPerFrame = 64
        /// Members of one roster.
        package static let rosterMembers = 5_000
        /// Bytes of one signed roster: 5,000 members of about 250 B.
        package static let rosterBytes = 2 * 1024 * 1024
        /// Bytes of text in BYE.
        package static let byeTextBytes = 128
    }
}
