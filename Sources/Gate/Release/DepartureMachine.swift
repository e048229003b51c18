// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat

/// Which releases leave when: batches by day, holds, stops.
///
/// Pure; the day is told by events, so that the demo's clock and the real one run the same code. Order within a batch is
/// that of the random identifiers: it says nothing about the order of approval.
package struct DepartureMachine: Hashable, Sendable {
    /// Where one release stands.
    package enum Standing: Hashable, Sendable {
        case waiting(batchDay: Int)
        /// Told to leave, not yet confirmed.
        case leaving(batchDay: Int)
        case held(batchDay: Int, Departure.Hold)
    }

    package enum Event: Hashable, Sendable {
        case scheduled(BulletinIdentifier, batchDay: Int)
        /// A day began; `isClockTrusted` is false when two members or more disagree.
        case dayBegan(Int, isClockTrusted: Bool)
        /// The log holds the entry.
        case departed(BulletinIdentifier)
        case held(BulletinIdentifier, Departure.Hold)
        /// People looked at a hold and want it tried again with the next batch.
        case resumed(BulletinIdentifier)
        case stopped(BulletinIdentifier)
    }

    package enum Action: Hashable, Sendable {
        /// Seal, sign and log this release, then say `departed` or `held`.
        case depart(BulletinIdentifier)
        /// Due releases stay, because the clock is disputed; try again within the day.
        case warnClockDisputed(waiting: Int)
        /// The event names a release that is not here, or not where the event expects it.
        case ignore(BulletinIdentifier)
    }

    /// Releases that have not left, ascending by identifier.
    package private(set) var releases: [(identifier: BulletinIdentifier, standing: Standing)] = []

    package init() {}

    /// Takes an event.
    ///
    /// - Parameter event: what happened.
    /// - Returns: what to do, in order.
    package mutating func handle(_ event: Event) -> [Action] {
        switch event {
        case .scheduled(let identifier, let batchDay):
            guard place(of: identifier) == nil else { return [.ignore(identifier)] }
            let position = releases.firstIndex { $0.identifier > identifier } ?? releases.endIndex
            releases.insert((identifier, .waiting(batchDay: batchDay)), at: position)
            return []
        case .dayBegan(let day, let isClockTrusted):
            return began(day, isClockTrusted: isClockTrusted)
        case .departed(let identifier):
            return change(identifier) { if case .leaving = $0 { .some(nil) } else { nil } }
        case .held(let identifier, let reason):
            return change(identifier) { standing in
                if case .leaving(let batchDay) = standing { .some(.held(batchDay: batchDay, reason)) } else { nil }
            }
        case .resumed(let identifier):
            return change(identifier) { standing in
                if case .held(let batchDay, _) = standing { .some(.waiting(batchDay: batchDay)) } else { nil }
            }
        case .stopped(let identifier):
            return change(identifier) { standing in
                switch standing {
                case .waiting, .held: .some(nil)
                case .leaving: nil
                }
            }
        }
    }

    /// Where a release stands; nil when it is not here.
    package func standing(of identifier: BulletinIdentifier) -> Standing? {
        place(of: identifier).map { releases[$0].standing }
    }

    private mutating func began(_ day: Int, isClockTrusted: Bool) -> [Action] {
        let due = releases.indices.filter { index in
            if case .waiting(let batchDay) = releases[index].standing { batchDay <= day } else { false }
        }
        guard !due.isEmpty else { return [] }
        guard isClockTrusted else { return [.warnClockDisputed(waiting: due.count)] }
        var actions: [Action] = []
        for index in due {
            guard case .waiting(let batchDay) = releases[index].standing else { continue }
            releases[index].standing = .leaving(batchDay: batchDay)
            actions.append(.depart(releases[index].identifier))
        }
        return actions
    }

    /// Applies a step to one release: nil refuses, `.some(nil)` takes it off the list.
    private mutating func change(
        _ identifier: BulletinIdentifier,
        _ step: (Standing) -> Standing??
    ) -> [Action] {
        guard let place = place(of: identifier), let changed = step(releases[place].standing) else {
            return [.ignore(identifier)]
        }
        if let standing = changed {
            releases[place].standing = standing
        } else {
            releases.remove(at: place)
        }
        return []
    }

    private func place(of identifier: BulletinIdentifier) -> Int? {
        releases.firstIndex { $0.identifier == identifier }
    }

    package static func == (left: DepartureMachine, right: DepartureMachine) -> Bool {
        left.releases.elementsEqual(right.releases) { $0.identifier == $1.identifier && $0.standing == $1.standing }
    }

    package func hash(into hasher: inout Hasher) {
        for release in releases {
            hasher.combine(release.identifier)
            hasher.combine(release.standing)
        }
    }
}
