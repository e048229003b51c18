// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import GossipCore
import Ledger

/// One message of every kind, and of every shape that a kind can take.
enum SampleMessages {
    static let all: [GossipMessage] = session + synchronisation + push

    static let identifier = EntryID.of(headerBytes: [1, 2, 3])
    static let reference = EntryReference(index: 300, logEpoch: 1, sequence: 70_000, idPrefix: 0x0102_0304_0506_0708)

    static let session: [GossipMessage] = [
        .hello(hello),
        .bye(GossipMessage.Bye(code: 1, text: "going away")),
        .bye(GossipMessage.Bye(code: 99, text: "")),
        .ping(0),
        .pong(.max),
        .credit(GossipMessage.Credit(trafficClass: 2, bytes: 1_048_576)),
        .rosterGet(GossipMessage.RosterGet(epoch: 4)),
        .roster(GossipMessage.RosterChunk(epoch: 4, offset: 98_304, total: 200_000, bytes: [1, 2, 3])),
        .refused(GossipMessage.Refused(frameType: 18, code: 1, retryAfterSeconds: 30)),
    ]

    static let synchronisation: [GossipMessage] = [
        .summary(
            GossipMessage.Summary(
                rosterHash: Array(repeating: 1, count: 32),
                stateRoot: Array(repeating: 2, count: 16),
                origins: 4,
                entries: 1_000
            )
        ),
        .vector(GossipMessage.Vector(mode: .full, rosterHash: Array(repeating: 1, count: 32), lines: [])),
        .vector(
            GossipMessage.Vector(
                mode: .full,
                rosterHash: Array(repeating: 1, count: 32),
                lines: [reference, reference]
            )
        ),
        .probe(GossipMessage.Probe(index: 1, logEpoch: 2, sequence: 3)),
        .probed(GossipMessage.Probed(index: 1, logEpoch: 2, sequence: 3, id: identifier)),
        .probed(GossipMessage.Probed(index: 1, logEpoch: 2, sequence: 3, id: nil)),
        .wantRange(
            GossipMessage.WantRange(
                request: 1,
                index: 2,
                logEpoch: 1,
                from: 1,
                to: 1_000,
                content: .both,
                byteBudget: 262_144
            )
        ),
        .end(request: 7),
        .more(GossipMessage.More(request: 7, next: 12)),
        .rangeEntry(GossipMessage.RangeEntry(request: 7, entry: entry(body: nil))),
        .rangeEntry(GossipMessage.RangeEntry(request: 7, entry: entry(body: EntryBody(core: [1], parts: [[2], nil])))),
    ]

    static let push: [GossipMessage] = [
        .header(entry(body: nil)),
        .header(entry(body: EntryBody(core: [], parts: []))),
        .header(
            entry(
                body: EntryBody(core: Array(repeating: 1, count: 1_000), parts: [nil, Array(repeating: 2, count: 24)])
            )
        ),
        .advert([reference]),
        .wantHeader([reference]),
        .have(Array(repeating: reference, count: 64)),
        .want([reference, reference]),
        .cancel([]),
        .body(GossipMessage.Body(entry: identifier, core: nil, parts: [nil, nil])),
        .body(
            GossipMessage.Body(
                entry: identifier,
                core: Array(repeating: 1, count: 32_768),
                parts: [Array(repeating: 2, count: 32_768)]
            )
        ),
        .gone(GossipMessage.Gone(entry: identifier, order: identifier)),
        .proof(GossipMessage.Proof(first: entry(body: nil), second: entry(body: nil))),
    ]

    static let hello = GossipMessage.Hello(
        network: network,
        minorLowest: 0,
        minorHighest: 0,
        features: ["range", "proof"],
        rosterEpoch: 3,
        rosterHash: Array(repeating: 9, count: 32),
        day: 20_000,
        frameByteLimit: 131_072,
        entryCount: 12
    )

    static var network: NetworkID {
        guard let network = NetworkID(bytes: Array(repeating: 5, count: 16)) else {
            preconditionFailure("16 bytes are a network id")
        }
        return network
    }

    private static func entry(body: EntryBody?) -> UnverifiedEntry {
        UnverifiedEntry(
            headerBytes: Array(repeating: 3, count: 300),
            signature: Array(repeating: 4, count: 64),
            body: body
        )
    }
}
