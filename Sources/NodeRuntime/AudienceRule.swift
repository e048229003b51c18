// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinLibrary
import Cryptography
import Roster

/// Who issues an audience's epochs, when a new one is due, and to which one is sealed: pure.
///
/// Protocol 6.5.
enum AudienceRule {
    /// Whether the roster names a member as a hub for an audience: role `hub`, and a reader of it.
    static func mayIssue(_ member: SigningPublicKey, _ audience: Audience, in roster: Roster) -> Bool {
        guard let member = roster.member(for: member) else { return false }
        return member.has(.hub) && member.reads(audience) && member.closedAt == nil
    }

    /// The last epoch that a hub issued.
    struct Issued: Hashable {
        var epoch: UInt64
        /// Days on which others seal to it, since 1970-01-01.
        var lastDay: UInt64
        /// Members that were given a slot of it.
        var given: Set<SigningPublicKey>
    }

    /// What a hub does for an audience today.
    enum Step: Hashable {
        case nothing
        /// A fresh key for everybody: the first, the next in time, or because somebody who has the last one left.
        case newEpoch(UInt64)
        /// The current key for those who came.
        case freshSlots(UInt64)
    }

    /// Decides.
    ///
    /// - Parameters:
    ///   - readers: of the audience, by the roster in force.
    ///   - reachable: those of them who announced a key that a slot can be sealed to.
    ///   - isSettling: a member announced its key today only; others may follow.
    ///   - last: nil when there is none, or when its private key is lost.
    ///   - highest: number used so far, 0 for none.
    ///   - today: days since 1970-01-01.
    /// - Returns: what to do.
    static func step(
        readers: Set<SigningPublicKey>,
        reachable: Set<SigningPublicKey>,
        isSettling: Bool,
        last: Issued?,
        highest: UInt64,
        today: UInt64
    ) -> Step {
        guard !reachable.isEmpty else { return .nothing }
        guard let last, last.lastDay >= today + KeyLifetime.overlapDays else {
            // A key that leaves out a reader makes bulletins that it opens late only: everybody gets a day.
            return reachable == readers || !isSettling ? .newEpoch(highest + 1) : .nothing
        }
        if !last.given.isSubset(of: readers) { return .newEpoch(highest + 1) }
        return reachable.isSubset(of: last.given) ? .nothing : .freshSlots(last.epoch)
    }

    /// The epoch to which a bulletin for an audience is sealed on a day.
    ///
    /// - Parameters:
    ///   - epochs: all that were published.
    ///   - audience: whose.
    ///   - today: days since 1970-01-01.
    ///   - roster: in force; an epoch of a hub that it no longer names is not used.
    ///   - isTrusted: whether a hub's log verifies as far as the epoch's entry.
    /// - Returns: the one that began last; of two that began on one day the higher number, then the lower hub key.
    static func current(
        of epochs: [PublishedAudienceEpoch],
        audience: Audience,
        today: UInt64,
        roster: Roster,
        isTrusted: (PublishedAudienceEpoch) throws -> Bool
    ) rethrows -> PublishedAudienceEpoch? {
        try epochs.filter { epoch in
            epoch.audience == audience.rawValue && epoch.days.contains(today)
                && Self.mayIssue(epoch.issuer, audience, in: roster)
        }.filter(isTrusted).max { left, right in
            (left.days.lowerBound, left.epoch) == (right.days.lowerBound, right.epoch)
                ? right.issuer < left.issuer
                : (left.days.lowerBound, left.epoch) < (right.days.lowerBound, right.epoch)
        }
    }
}
