// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import BulletinFormat
import Cryptography
import Release
import Testing

@Suite("Two people and a line of states")
struct ReleaseMachineTests {
    enum Step: String, CaseIterable {
        case approve, sendBack, stop, hurry, replace, depart, withdraw
    }

    private static let entry = [UInt8](repeating: 1, count: 32)

    private static func machine(_ state: String, _ candidate: ReleaseCandidate) throws -> ReleaseMachine {
        let digest = candidate.manifest.digest
        var machine = try Fixture.submitted(candidate)
        switch state {
        case "submitted": break
        case "approved": machine = try Fixture.approved(candidate)
        case "sent-back":
            let decision = Decision(.sendBack, on: digest, by: Fixture.second)
            try machine.sendBack(officer: "ben", decision: decision, reason: "wording")
        case "stopped":
            machine = try Fixture.approved(candidate)
            try machine.stop(officer: "ben", decision: Decision(.stop, on: digest, by: Fixture.second))
        case "replaced":
            machine = try Fixture.approved(candidate)
            try machine.replace()
        case "departed", "withdrawn":
            machine = try Fixture.approved(candidate)
            try machine.depart(as: entry)
            if state == "withdrawn" { try machine.withdraw(by: entry) }
        default: Issue.record("no state \(state)")
        }
        return machine
    }

    private static func take(
        _ step: Step,
        _ machine: inout ReleaseMachine,
        _ digest: [UInt8]
    ) throws(ReleaseRefusal) {
        switch step {
        case .approve:
            try machine.approve(
                officer: "ben",
                decision: Decision(.approve, on: digest, by: Fixture.second),
                departure: Fixture.drawn(digest)
            )
        case .sendBack:
            try machine.sendBack(
                officer: "ben",
                decision: Decision(.sendBack, on: digest, by: Fixture.second),
                reason: "wording"
            )
        case .stop: try machine.stop(officer: "ana", decision: Decision(.stop, on: digest, by: Fixture.author))
        case .hurry:
            try machine.hurry(
                EarlyWord(
                    officer: "ben",
                    decision: Decision(.departEarly, on: digest, by: Fixture.second),
                    reason: .legalDuty
                ),
                departure: Fixture.drawn(digest)
            )
        case .replace: try machine.replace()
        case .depart: try machine.depart(as: entry)
        case .withdraw: try machine.withdraw(by: entry)
        }
    }

    /// The state after each allowed step; every other pair is refused.
    private static let allowed: [String: [Step: String]] = [
        "submitted": [.approve: "approved", .sendBack: "sent-back", .replace: "replaced"],
        "approved": [.stop: "stopped", .hurry: "approved", .replace: "replaced", .depart: "departed"],
        "departed": [.withdraw: "withdrawn"],
        // Changing a draft whose release has ended already changes nothing about the release.
        "sent-back": [.replace: "sent-back"], "stopped": [.replace: "stopped"], "replaced": [.replace: "replaced"],
        "withdrawn": [:],
    ]

    @Test(
        "each state takes exactly its own steps; a refusal changes nothing",
        arguments: ["submitted", "approved", "sent-back", "stopped", "replaced", "departed", "withdrawn"],
        Step.allCases
    )
    func everyPair(_ state: String, _ step: Step) throws {
        let candidate = try Fixture.candidate()
        let before = try Self.machine(state, candidate)
        var machine = before
        #expect(machine.name == state)
        if let next = Self.allowed[state]?[step] {
            try Self.take(step, &machine, candidate.manifest.digest)
            #expect(machine.name == next)
        } else {
            var refusal: ReleaseRefusal?
            do { try Self.take(step, &machine, candidate.manifest.digest) } catch { refusal = error }
            #expect(refusal == .wrongState(state))
            #expect(machine == before)
        }
    }

    @Test(
        "each state reads back from its record, and no changed byte of one gives another approval",
        arguments: ["submitted", "approved", "sent-back", "stopped", "replaced", "departed", "withdrawn"]
    )
    func records(_ state: String) throws {
        let machine = try Self.machine(state, try Fixture.candidate())
        let record = machine.encoded()
        #expect(try ReleaseMachine.decode(record) == machine)
        for position in record.indices {
            var changed = record
            changed[position] ^= 1
            guard let read = Self.decode(changed), case .approved(let approved) = read else { continue }
            // Names and days are the desk's own; what two keys signed is not.
            guard case .approved(let original) = machine else {
                Issue.record("byte \(position) made an approval")
                continue
            }
            #expect(approved.submission.digest == original.submission.digest)
            #expect(approved.second == original.second)
        }
    }

    private static func decode(_ bytes: [UInt8]) -> ReleaseMachine? {
        do { return try ReleaseMachine.decode(bytes) } catch { return nil }
    }

    @Test("one key twice, one person twice, and an author are no second person")
    func secondPerson() throws {
        let candidate = try Fixture.candidate(terms: ReleaseTerms(authors: ["cleo"]))
        let digest = candidate.manifest.digest
        var machine = try Fixture.submitted(candidate)
        let cases: [(officer: String, key: SigningKey)] = [
            ("ben", Fixture.author), ("ana", Fixture.second), ("ana", Fixture.author), ("cleo", Fixture.second),
        ]
        for (officer, key) in cases {
            var refusal: ReleaseRefusal?
            do {
                try machine.approve(
                    officer: officer,
                    decision: Decision(.approve, on: digest, by: key),
                    departure: Fixture.drawn(digest)
                )
            } catch { refusal = error }
            #expect(refusal == .secondPersonNeeded, "\(officer)")
            #expect(machine.name == "submitted")
        }
    }

    @Test("a signature over another revision, another word, or by another key does not count")
    func signatures() throws {
        let candidate = try Fixture.candidate()
        let other = try Fixture.candidate()
        let digest = candidate.manifest.digest
        #expect(throws: ReleaseRefusal.staleDigest) {
            try ReleaseMachine.submit(
                candidate,
                author: "ana",
                officer: "ana",
                decision: Decision(.approve, on: other.manifest.digest, by: Fixture.author)
            )
        }
        let machine = try Fixture.submitted(candidate)
        let approval = Decision(.approve, on: digest, by: Fixture.second)
        let wrong: [(Decision, ReleaseRefusal)] = [
            (Decision(.approve, on: other.manifest.digest, by: Fixture.second), .staleDigest),
            (Decision(.stop, on: digest, by: Fixture.second), .badSignature),
            (
                Decision(
                    kind: .approve,
                    digest: digest,
                    officerKey: Fixture.second.publicKey,
                    signature: Decision(.sendBack, on: digest, by: Fixture.second).signature
                ), .badSignature
            ),
            (
                Decision(
                    kind: .approve,
                    digest: digest,
                    officerKey: Fixture.author.publicKey,
                    signature: approval.signature
                ), .badSignature
            ),
            (
                Decision(
                    kind: .approve,
                    digest: Array(digest.dropLast()),
                    officerKey: Fixture.second.publicKey,
                    signature: approval.signature
                ), .badSignature
            ),
        ]
        for (decision, expected) in wrong {
            var copy = machine
            var refusal: ReleaseRefusal?
            do { try copy.approve(officer: "ben", decision: decision, departure: Fixture.drawn(digest)) } catch {
                refusal = error
            }
            #expect(refusal == expected)
        }
    }

    @Test("bytes changed after the first signature need new signatures")
    func changedAfterFirst() throws {
        let first = try Fixture.candidate()
        let machine = try Fixture.approved(first)
        let changed = try Fixture.candidate(Fixture.draft(text: "seal-cloning")).manifest
        #expect(throws: ReleaseRefusal.staleDigest) {
            try Fixture.departure(of: machine, manifest: changed)
        }
    }

    @Test("only one of the two may stop it")
    func strangersDoNotStop() throws {
        let candidate = try Fixture.candidate()
        var machine = try Fixture.approved(candidate)
        let decision = Decision(.stop, on: candidate.manifest.digest, by: SigningKey())
        var refusal: ReleaseRefusal?
        do { try machine.stop(officer: "dora", decision: decision) } catch { refusal = error }
        #expect(refusal == .notInvolved)
        #expect(machine.name == "approved")
    }

    @Test("one person or one key twice, another reason, and another word do not hurry a release")
    func hurrying() throws {
        let candidate = try Fixture.candidate()
        let digest = candidate.manifest.digest
        let early = DrawnDay(day: Fixture.today + 1, isEarly: true, for: digest, by: Fixture.nodeKey)
        func word(_ officer: String, _ key: SigningKey, _ kind: DecisionKind = .departEarly) -> EarlyWord {
            EarlyWord(officer: officer, decision: Decision(kind, on: digest, by: key), reason: .methodInUse)
        }
        var machine = try Fixture.approved(candidate)
        try machine.hurry(word("ben", Fixture.second), departure: early)
        let one = machine
        let other = EarlyWord(
            officer: "ana",
            decision: Decision(.departEarly, on: digest, by: Fixture.author),
            reason: .legalDuty
        )
        let cases: [(EarlyWord, ReleaseRefusal)] = [
            (word("ben", Fixture.author), .secondPersonNeeded), (word("ana", Fixture.second), .secondPersonNeeded),
            (word("ana", Fixture.author, .approve), .badSignature), (other, .earlyReasonDiffers),
        ]
        for (word, expected) in cases {
            var refusal: ReleaseRefusal?
            do { try machine.hurry(word, departure: early) } catch { refusal = error }
            #expect(refusal == expected)
            #expect(machine == one)
        }
        try machine.hurry(word("ana", Fixture.author), departure: early)
        guard case .approved(let approved) = machine else {
            Issue.record("no longer approved")
            return
        }
        #expect(approved.departure == early && approved.early.map(\.officer) == ["ben", "ana"])
        #expect(throws: ReleaseRefusal.wrongState("approved")) {
            try machine.hurry(word("cleo", SigningKey()), departure: early)
        }
    }
}
