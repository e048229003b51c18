// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import WireFormat

extension ReleaseMachine {
    /// The state as the desk stores it.
    package func encoded() -> [UInt8] {
        var pairs: [(UInt64, CBORValue)] = [(1, .text(self.name))]
        switch self {
        case .submitted(let submission):
            pairs += Self.pairs(submission)
        case .approved(let approved):
            pairs += Self.pairs(approved.submission)
            pairs += [
                (10, .text(approved.secondOfficer)), (11, .bytes(approved.second.officerKey.bytes)),
                (12, .bytes(approved.second.signature)), (13, .unsigned(UInt64(max(0, approved.departure.day)))),
                (14, .unsigned(approved.departure.isEarly ? 1 : 0)), (15, .bytes(approved.departure.signature)),
                (16, .array(approved.early.map(Self.cbor))),
            ]
        case .sentBack(let reason):
            pairs.append((20, .text(reason)))
        case .stopped, .replaced:
            break
        case .departed(let entry), .withdrawn(let entry):
            pairs.append((21, .bytes(entry)))
        }
        return CBOREncoder.encode(.integerMap(pairs))
    }

    /// Reads a stored state; the signatures in it are checked again.
    ///
    /// - Throws: ``ReleaseRefusal/storedManifestDamaged`` when it was altered.
    package static func decode(_ bytes: [UInt8]) throws(ReleaseRefusal) -> ReleaseMachine {
        do {
            let limits = CBORLimits(byteLimit: 16 * 1024, depthLimit: 4, itemLimit: 512)
            var reader = try CBORMapReader(try CBORDecoder.decode(bytes, limits: limits))
            let machine: ReleaseMachine
            switch try reader.requiredText(1, limit: 32) {
            case "submitted":
                machine = .submitted(try Self.submission(&reader))
            case "approved":
                let submission = try Self.submission(&reader)
                let officer = try reader.requiredText(10, limit: 64)
                let second = try Self.approval(&reader, submission.digest, key: 11, signature: 12)
                try Self.checkTwoPeople(submission, officer, second)
                machine = .approved(
                    Approved(
                        submission: submission,
                        secondOfficer: officer,
                        second: second,
                        departure: DrawnDay(
                            day: Int(clamping: try reader.requiredUnsigned(13)),
                            isEarly: try reader.requiredUnsigned(14) == 1,
                            signature: try reader.requiredBytes(15, count: 64)
                        ),
                        early: try Self.early(try reader.requiredArray(16, limit: 2), submission.digest)
                    )
                )
            case "sent-back": machine = .sentBack(reason: try reader.requiredText(20, limit: 64))
            case "stopped": machine = .stopped
            case "replaced": machine = .replaced
            case "departed": machine = .departed(entry: try reader.requiredBytes(21, count: 32))
            case "withdrawn": machine = .withdrawn(entry: try reader.requiredBytes(21, count: 32))
            default: throw ReleaseRefusal.storedManifestDamaged
            }
            try reader.finish()
            return machine
        } catch {
            throw .storedManifestDamaged
        }
    }

    /// A stored approval is worth no more than a new one: the rule of two people holds for it too.
    private static func checkTwoPeople(
        _ submission: Submission,
        _ officer: String,
        _ second: Decision
    ) throws(ReleaseRefusal) {
        guard !submission.authors.contains(officer), officer != submission.firstOfficer,
            second.officerKey != submission.first.officerKey
        else { throw .storedManifestDamaged }
    }

    private static func cbor(_ word: EarlyWord) -> CBORValue {
        .array([
            .text(word.officer), .bytes(word.decision.officerKey.bytes), .bytes(word.decision.signature),
            .text(word.reason.rawValue),
        ])
    }

    /// Words for leaving early, their signatures checked again, and that they are two people's.
    private static func early(_ values: [CBORValue], _ digest: [UInt8]) throws -> [EarlyWord] {
        let words = try values.map { value -> EarlyWord in
            guard case .array(let items) = value, items.count == 4, case .text(let officer) = items[0],
                case .bytes(let key) = items[1], case .bytes(let signature) = items[2],
                case .text(let code) = items[3], let reason = EarlyWord.Reason(rawValue: code)
            else { throw ReleaseRefusal.storedManifestDamaged }
            let decision = Decision(
                kind: .departEarly,
                digest: digest,
                officerKey: try SigningPublicKey(bytes: key),
                signature: signature
            )
            try decision.verify()
            return EarlyWord(officer: officer, decision: decision, reason: reason)
        }
        if words.count == 2 {
            guard words[0].officer != words[1].officer, words[0].reason == words[1].reason,
                words[0].decision.officerKey != words[1].decision.officerKey
            else { throw ReleaseRefusal.storedManifestDamaged }
        }
        return words
    }

    private static func pairs(_ submission: Submission) -> [(UInt64, CBORValue)] {
        [
            (2, .bytes(submission.digest)), (3, .text(submission.author)), (4, .text(submission.firstOfficer)),
            (5, .bytes(submission.first.officerKey.bytes)), (6, .bytes(submission.first.signature)),
            (7, .array(submission.authors.map { .text($0) })),
        ]
    }

    private static func submission(_ reader: inout CBORMapReader) throws -> Submission {
        let digest = try reader.requiredBytes(2, count: 32)
        let author = try reader.requiredText(3, limit: 64)
        let authors = try reader.requiredArray(7, limit: 256).map { item in
            guard case .text(let text) = item else { throw ReleaseRefusal.storedManifestDamaged }
            return text
        }
        guard authors.contains(author) else { throw ReleaseRefusal.storedManifestDamaged }
        return Submission(
            digest: digest,
            author: author,
            authors: authors,
            firstOfficer: try reader.requiredText(4, limit: 64),
            first: try Self.approval(&reader, digest, key: 5, signature: 6)
        )
    }

    private static func approval(
        _ reader: inout CBORMapReader,
        _ digest: [UInt8],
        key: UInt64,
        signature: UInt64
    ) throws -> Decision {
        let decision = Decision(
            kind: .approve,
            digest: digest,
            officerKey: try SigningPublicKey(bytes: try reader.requiredBytes(key, count: 32)),
            signature: try reader.requiredBytes(signature, count: 64)
        )
        try decision.verify()
        return decision
    }
}
