// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// One message between two peers (protocol 4).
///
/// Values as decoded: sizes and shapes are checked by the codec, nothing else is. Each case names one frame type.
package enum GossipMessage: Hashable, Sendable {
    case hello(Hello)
    case bye(Bye)
    case ping(UInt64)
    case pong(UInt64)
    case credit(Credit)
    case rosterGet(RosterGet)
    case roster(RosterChunk)
    case summary(Summary)
    case vector(Vector)
    case probe(Probe)
    case probed(Probed)
    case header(UnverifiedEntry)
    case advert([EntryReference])
    case wantHeader([EntryReference])
    case have([EntryReference])
    case want([EntryReference])
    case cancel([EntryReference])
    case wantRange(WantRange)
    case end(request: UInt64)
    case more(More)
    case body(Body)
    case gone(Gone)
    case refused(Refused)
    case proof(Proof)
    case rangeEntry(RangeEntry)
}
