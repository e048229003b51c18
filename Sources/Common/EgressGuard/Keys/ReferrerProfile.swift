// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The raw values of one referrer record, as the vault holds them.
///
/// It only sorts values into kinds; the guard derives the variants. Never printed.
package struct ReferrerProfile: Sendable {
    package var name: String?
    package var aliases: [String]
    package var role: String?
    package var employer: String?
    package var employerAliases: [String]
    package var email: String?
    package var phone: String?
    package var staffNumber: String?
    package var vessel: String?
    package var place: String?
    package var referralReference: String?
    /// RFC 3339, as the referral record holds it.
    package var receivedAt: String?

    package init(
        name: String? = nil,
        aliases: [String] = [],
        role: String? = nil,
        employer: String? = nil,
        employerAliases: [String] = [],
        email: String? = nil,
        phone: String? = nil,
        staffNumber: String? = nil,
        vessel: String? = nil,
        place: String? = nil,
        referralReference: String? = nil,
        receivedAt: String? = nil
    ) {
        self.name = name
        self.aliases = aliases
        self.role = role
        self.employer = employer
        self.employerAliases = employerAliases
        self.email = email
        self.phone = phone
        self.staffNumber = staffNumber
        self.vessel = vessel
        self.place = place
        self.referralReference = referralReference
        self.receivedAt = receivedAt
    }

    /// The values with their kinds, in a fixed order, absent and empty ones left out.
    package var keywords: [GuardKeyword] {
        var pairs: [(GuardKeyKind, String?)] = [(.personName, self.name)]
        pairs += self.aliases.map { (.nickname, $0) }
        pairs += [(.role, self.role), (.employer, self.employer)]
        pairs += self.employerAliases.map { (.employer, $0) }
        pairs += [
            (.email, self.email), (.phone, self.phone), (.staffNumber, self.staffNumber), (.vessel, self.vessel),
            (.place, self.place), (.reference, self.referralReference), (.referralTime, self.receivedAt),
        ]
        return pairs.compactMap { kind, value in
            guard let value, !value.isEmpty else { return nil }
            return GuardKeyword(kind: kind, value: value)
        }
    }
}

extension ReferrerProfile: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "ReferrerProfile" }
    package var debugDescription: String { self.description }
    package var customMirror: Mirror { Mirror(self, children: [:]) }
}
