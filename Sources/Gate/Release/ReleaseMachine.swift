// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Ledger

/// The way of one document from draft to withdrawal.
///
/// ```
/// draft ─ proposed ─▶ candidate ─ approved ─▶ approvedOnce ─ approved ─▶ approved ─ scheduled ─▶ scheduled
///            ▲            │                       │                        │                        │  │
///            └─ proposed ─┴──────── sentBack ◀────┴────────────────────────┘◀──── stopped ──────────┘  │ signed
///                                                                                                      ▼
///                                                                     withdrawn ◀─ withdrawn ─ logged ◀─ signed
/// ```
///
/// A value: every event gives a new state or a refusal, and a refusal changes nothing. A new revision clears approvals.
package enum ReleaseMachine: Hashable, Sendable {
    case draft
    case candidate(ReleaseCandidate)
    case approvedOnce(ReleaseCandidate, VerifiedApproval)
    case approved(ApprovedRelease)
    case scheduled(ScheduledRelease)
    /// The bulletin is signed, the entry is being signed.
    case signed(SignedRelease)
    case logged(LoggedRelease)
    case withdrawn(LoggedRelease, by: EntryID)
    /// Somebody wants changes; the earlier revision stays to be compared with.
    case sentBack(ReleaseCandidate, by: String)

    package enum StateName: String, Hashable, Sendable, CaseIterable {
        case draft
        case candidate
        case approvedOnce = "approved-once"
        case approved
        case scheduled
        case signed
        case logged
        case withdrawn
        case sentBack = "sent-back"
    }

    package enum Event: Hashable, Sendable {
        /// A revision is ready for two people to look at.
        case proposed(ReleaseCandidate)
        case approved(Approval)
        /// A person wants changes.
        case sentBack(by: String)
        /// A batch was drawn.
        case scheduled(ScheduledRelease)
        /// One of the two approvers stopped it before its batch left.
        case stopped(by: String)
        case signed(SignedRelease)
        /// The log holds the entry durably.
        case logged(VerifiedEntry)
        /// The log holds an entry that withdraws it.
        case withdrawn(by: EntryID)
    }

    package enum EventName: String, Hashable, Sendable, CaseIterable {
        case proposed, approved, sentBack, scheduled, stopped, signed, logged, withdrawn
    }

    package init() { self = .draft }

    /// Takes an event.
    ///
    /// - Parameters:
    ///   - event: what happened.
    ///   - officers: the desk's accounts.
    /// - Throws: why it cannot be; the state is as before.
    package mutating func handle(_ event: Event, officers: some OfficerDirectory) throws(ReleaseRefusal) {
        self = try after(event, officers: officers)
    }

    private func after(_ event: Event, officers: some OfficerDirectory) throws(ReleaseRefusal) -> ReleaseMachine {
        switch (self, event) {
        case (.draft, .proposed(let candidate)):
            return .candidate(candidate)
        case (.candidate(let earlier), .proposed(let candidate)),
            (.approvedOnce(let earlier, _), .proposed(let candidate)),
            (.sentBack(let earlier, _), .proposed(let candidate)):
            return .candidate(try candidate.following(earlier))
        case (.candidate(let candidate), .approved(let approval)):
            let verified = try VerifiedApproval.verify(approval, of: candidate.manifest, officers: officers)
            return .approvedOnce(candidate, verified)
        case (.approvedOnce(let candidate, let first), .approved(let approval)):
            let second = try VerifiedApproval.verify(approval, of: candidate.manifest, officers: officers)
            return .approved(try ApprovedRelease.approve(candidate, first: first, second: second))
        case (.candidate(let candidate), .sentBack(let person)),
            (.approvedOnce(let candidate, _), .sentBack(let person)):
            return .sentBack(candidate, by: person)
        case (.approved(let release), .sentBack(let person)):
            return .sentBack(release.candidate, by: person)
        case (.approved(let release), .scheduled(let scheduled)):
            guard scheduled.release == release else { throw .otherRelease }
            return .scheduled(scheduled)
        case (.scheduled(let scheduled), .stopped(let person)):
            guard scheduled.release.isApproved(by: person) else { throw .notAnApprover }
            return .sentBack(scheduled.release.candidate, by: person)
        case (.scheduled(let scheduled), .signed(let signed)):
            guard signed.scheduled == scheduled else { throw .otherRelease }
            return .signed(signed)
        case (.signed(let signed), .logged(let entry)):
            return .logged(try LoggedRelease.confirm(signed, as: entry))
        case (.logged(let logged), .withdrawn(let entry)):
            return .withdrawn(logged, by: entry)
        default:
            throw .notPossible(event.name, in: name)
        }
    }
}

extension ReleaseMachine {
    package var name: StateName {
        switch self {
        case .draft: .draft
        case .candidate: .candidate
        case .approvedOnce: .approvedOnce
        case .approved: .approved
        case .scheduled: .scheduled
        case .signed: .signed
        case .logged: .logged
        case .withdrawn: .withdrawn
        case .sentBack: .sentBack
        }
    }

    /// The revision that stands; nil for a draft.
    package var manifest: ReleaseManifest? {
        switch self {
        case .draft: nil
        case .candidate(let candidate), .approvedOnce(let candidate, _), .sentBack(let candidate, _):
            candidate.manifest
        case .approved(let release): release.manifest
        case .scheduled(let scheduled): scheduled.manifest
        case .signed(let signed): signed.manifest
        case .logged(let logged), .withdrawn(let logged, _): logged.manifest
        }
    }
}

extension ReleaseMachine.Event {
    package var name: ReleaseMachine.EventName {
        switch self {
        case .proposed: .proposed
        case .approved: .approved
        case .sentBack: .sentBack
        case .scheduled: .scheduled
        case .stopped: .stopped
        case .signed: .signed
        case .logged: .logged
        case .withdrawn: .withdrawn
        }
    }
}

extension ReleaseCandidate {
    /// This revision, if it may follow an earlier one: newer, and naming everybody who touched that.
    fileprivate func following(_ earlier: ReleaseCandidate) throws(ReleaseRefusal) -> ReleaseCandidate {
        guard manifest.revision > earlier.manifest.revision else { throw .revisionNotNewer(manifest.revision) }
        guard earlier.manifest.authors.allSatisfy({ manifest.authors.contains($0) }) else { throw .authorForgotten }
        return self
    }
}
