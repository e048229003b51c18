// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger

/// The rules between the fields of a roster; the same before signing and after decoding.
///
/// Protocol 2.
enum RosterRule {
    /// Checks a roster whose members and words are in order already.
    static func check(_ roster: RosterBuilder) throws(RosterRejection) {
        guard roster.epoch > 0 else { throw .ruleBroken(.epochIsZero) }
        guard roster.epoch <= EntryHeader.numberMax, roster.issuedDay <= EntryHeader.numberMax else {
            throw .ruleBroken(.numberTooLarge)
        }
        guard (roster.previousHash == nil) == (roster.epoch == 1) else { throw .ruleBroken(.previousHashMismatch) }
        guard roster.roots.count <= RosterLimit.roots else { throw .ruleBroken(.tooManyRoots) }
        guard Set(roster.roots).count == roster.roots.count else { throw .ruleBroken(.duplicateRoot) }
        guard roster.threshold >= 1, roster.threshold <= roster.roots.count else {
            throw .ruleBroken(.thresholdOutOfRange)
        }
        guard roster.members.count <= RosterLimit.members else { throw .ruleBroken(.tooManyMembers) }
        var names: Set<String> = []
        var endpoints: Set<[UInt8]> = []
        var last: SigningPublicKey?
        for (index, member) in roster.members.enumerated() {
            if let last, !(last < member.key) { throw .memberRuleBroken(index: index, .membersNotAscending) }
            last = member.key
            if let violation = Self.violation(of: member) { throw .memberRuleBroken(index: index, violation) }
            guard names.insert(member.name).inserted else { throw .ruleBroken(.duplicateName) }
            for endpoint in member.endpoints where !endpoints.insert(endpoint.spkiHash).inserted {
                throw .ruleBroken(.duplicateEndpoint)
            }
        }
    }

    private static func violation(of member: RosterMember) -> RosterViolation? {
        guard Self.isName(member.name) else { return .malformedName }
        guard Self.isText(member.organisation) else { return .malformedText }
        guard Self.isCountry(member.country) else { return .malformedCountry }
        guard member.region.isEmpty || Self.isWord(member.region) else { return .malformedWord }
        guard Self.isWord(member.memberClass.rawValue) else { return .malformedWord }
        for words in [member.roles.map(\.rawValue), member.audiences.map(\.rawValue)] {
            guard words.count <= RosterLimit.words, words.allSatisfy(Self.isWord) else { return .malformedWord }
            guard zip(words, words.dropFirst()).allSatisfy({ $0 < $1 }) else { return .wordsNotAscending }
        }
        guard member.endpoints.count <= RosterLimit.endpoints else { return .tooManyEndpoints }
        for endpoint in member.endpoints {
            guard Self.isWord(endpoint.role.rawValue),
                endpoint.spkiHash.count == RosterEndpoint.spkiHashByteCount
            else { return .malformedEndpoint }
            if let address = endpoint.address, !Self.isAddress(address) { return .malformedAddress }
        }
        guard member.logEpoch <= EntryHeader.numberMax else { return .numberTooLarge }
        if let closure = member.closedAt {
            guard closure.sequence <= EntryHeader.numberMax, (closure.sequence == 0) == (closure.id == .zero) else {
                return .malformedClosure
            }
        }
        guard member.quota.entries <= EntryHeader.numberMax, member.quota.bytes <= EntryHeader.numberMax else {
            return .numberTooLarge
        }
        return nil
    }

    /// 1 to 64 lower-case letters, digits and inner hyphens: it stands in a URN.
    private static func isName(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard (1...RosterLimit.wordBytes).contains(bytes.count) else { return false }
        guard bytes.first != UInt8(ascii: "-"), bytes.last != UInt8(ascii: "-") else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }

    /// 1 to 64 lower-case letters, digits, hyphens, dots and underscores.
    private static func isWord(_ text: String) -> Bool {
        let bytes = text.utf8
        guard (1...RosterLimit.wordBytes).contains(bytes.count) else { return false }
        return bytes.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"),
                UInt8(ascii: "."), UInt8(ascii: "_"):
                true
            default: false
            }
        }
    }

    /// Text for people, without control characters, so that a listing cannot be forged by a name.
    private static func isText(_ text: String) -> Bool {
        guard (1...RosterLimit.organisationBytes).contains(text.utf8.count) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
            default: true
            }
        }
    }

    private static func isCountry(_ text: String) -> Bool {
        text.isEmpty
            || (text.utf8.count == 2
                && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) })
    }

    /// "host:port": host of printable ASCII, port 1 to 65535 without leading zeros.
    private static func isAddress(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        guard bytes.count <= RosterLimit.addressBytes, let colon = bytes.lastIndex(of: UInt8(ascii: ":")), colon > 0,
            bytes.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return false }
        let digits = bytes[(colon + 1)...]
        guard (1...5).contains(digits.count), digits.first != UInt8(ascii: "0"),
            digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
        else { return false }
        let port = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
        return (1...65_535).contains(port)
    }
}
