// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// Where a release stands between its first signature and its withdrawal.
///
/// The states are a line: a later one can only be reached through the earlier ones, and each signature is checked on the
/// way. `sentBack`, `stopped` and `replaced` end it; a new revision of the draft begins anew.
package enum ReleaseMachine: Hashable, Sendable {
    /// The author has signed; a second officer is awaited.
    case submitted(Submission)
    /// Two officers have signed; it leaves on its day.
    case approved(Approved)
    case sentBack(reason: String)
    case stopped
    /// The draft was changed after this revision was frozen: signatures over it count for nothing.
    case replaced
    /// Signed, in the log, on its way.
    case departed(entry: [UInt8])
    case withdrawn(entry: [UInt8])

    package struct Submission: Hashable, Sendable {
        package let digest: [UInt8]
        /// Officer who drafted, by id.
        package let author: String
        /// Officers who touched this or an earlier revision, by id, ascending, the author among them.
        package let authors: [String]
        package let firstOfficer: String
        package let first: Decision
    }

    package struct Approved: Hashable, Sendable {
        package let submission: Submission
        package let secondOfficer: String
        package let second: Decision
        /// Drawn once; replaced only by two officers who give a reason.
        package internal(set) var departure: DrawnDay
        /// Words for leaving early: none, one that waits for a second, or two.
        package internal(set) var early: [EarlyWord] = []
    }

    /// Starts with the author's own signature.
    ///
    /// - Throws: ``ReleaseRefusal/badSignature``, ``ReleaseRefusal/staleDigest``.
    package static func submit(
        _ candidate: ReleaseCandidate,
        author: String,
        officer: String,
        decision: Decision
    ) throws(ReleaseRefusal) -> ReleaseMachine {
        let digest = candidate.manifest.digest
        try Self.check(decision, .approve, digest)
        let authors = Array(Set(candidate.manifest.terms.authors + [author])).sorted()
        return .submitted(
            Submission(digest: digest, author: author, authors: authors, firstOfficer: officer, first: decision)
        )
    }

    /// The second officer approves.
    ///
    /// - Parameters:
    ///   - officer: who has the decision's key.
    ///   - decision: signed over the digest that waits.
    ///   - departure: drawn by the delay law.
    /// - Throws: ``ReleaseRefusal/secondPersonNeeded`` for anybody who touched a revision or signed first.
    package mutating func approve(
        officer: String,
        decision: Decision,
        departure: DrawnDay
    ) throws(ReleaseRefusal) {
        guard case .submitted(let submission) = self else { throw .wrongState(self.name) }
        try Self.check(decision, .approve, submission.digest)
        guard !submission.authors.contains(officer), officer != submission.firstOfficer,
            decision.officerKey != submission.first.officerKey
        else { throw .secondPersonNeeded }
        self = .approved(
            Approved(
                submission: submission,
                secondOfficer: officer,
                second: decision,
                departure: departure
            )
        )
    }

    /// An officer asks that it leave with the next day's batch; the second such word, by somebody else, makes it so.
    ///
    /// - Parameters:
    ///   - word: with a decision over the digest; the second gives the same reason as the first.
    ///   - departure: the early day, signed by the desk; used with the second word.
    /// - Throws: ``ReleaseRefusal/secondPersonNeeded`` for one person or one key twice,
    ///   ``ReleaseRefusal/earlyReasonDiffers``.
    package mutating func hurry(_ word: EarlyWord, departure: DrawnDay) throws(ReleaseRefusal) {
        guard case .approved(var approved) = self, approved.early.count < 2 else { throw .wrongState(self.name) }
        try Self.check(word.decision, .departEarly, approved.submission.digest)
        if let first = approved.early.first {
            guard first.officer != word.officer, first.decision.officerKey != word.decision.officerKey else {
                throw .secondPersonNeeded
            }
            guard first.reason == word.reason else { throw .earlyReasonDiffers }
            approved.departure = departure
        }
        approved.early.append(word)
        self = .approved(approved)
    }

    /// The draft was changed: whatever was signed over this revision is void.
    package mutating func replace() throws(ReleaseRefusal) {
        switch self {
        case .submitted, .approved: self = .replaced
        case .sentBack, .stopped, .replaced: break
        case .departed, .withdrawn: throw .wrongState(self.name)
        }
    }

    /// A second officer gives it back.
    package mutating func sendBack(officer: String, decision: Decision, reason: String) throws(ReleaseRefusal) {
        guard case .submitted(let submission) = self else { throw .wrongState(self.name) }
        try Self.check(decision, .sendBack, submission.digest)
        self = .sentBack(reason: reason)
    }

    /// Either officer stops it before its batch leaves.
    package mutating func stop(officer: String, decision: Decision) throws(ReleaseRefusal) {
        guard case .approved(let approved) = self else { throw .wrongState(self.name) }
        try Self.check(decision, .stop, approved.submission.digest)
        guard [approved.submission.firstOfficer, approved.secondOfficer].contains(officer) else { throw .notInvolved }
        self = .stopped
    }

    /// The entry is signed and stored.
    package mutating func depart(as entry: [UInt8]) throws(ReleaseRefusal) {
        guard case .approved = self else { throw .wrongState(self.name) }
        self = .departed(entry: entry)
    }

    /// The withdrawal is signed and stored.
    package mutating func withdraw(by entry: [UInt8]) throws(ReleaseRefusal) {
        guard case .departed = self else { throw .wrongState(self.name) }
        self = .withdrawn(entry: entry)
    }

    /// Stable name of the state, for people and for storage.
    package var name: String {
        switch self {
        case .submitted: "submitted"
        case .approved: "approved"
        case .sentBack: "sent-back"
        case .stopped: "stopped"
        case .replaced: "replaced"
        case .departed: "departed"
        case .withdrawn: "withdrawn"
        }
    }

    private static func check(
        _ decision: Decision,
        _ kind: DecisionKind,
        _ digest: [UInt8]
    ) throws(ReleaseRefusal) {
        try decision.verify()
        guard decision.kind == kind else { throw .badSignature }
        guard decision.digest == digest else { throw .staleDigest }
    }
}
