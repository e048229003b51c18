// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Everything that the guard derives from the vault's values: the keys of the automaton and what cannot be one.
struct KeyBook: Sendable {
    private(set) var keys: [CanonicalKey] = []
    private var known: Set<CanonicalKey> = []
    /// Persons, for initials and misspellings.
    var persons: [PersonName] = []
    /// Names of ships and firms, for abbreviations made ad hoc and translations.
    var titles: [TitleName] = []
    /// When referrals arrived: dates and times that coincide are removed at every level.
    var moments: [ReferralMoment] = []

    init(_ keywords: [GuardKeyword]) {
        for keyword in keywords {
            self.add(keyword)
        }
    }

    private mutating func add(_ keyword: GuardKeyword) {
        switch keyword.kind {
        case .personName: self.addPerson(keyword.value, isAlias: false)
        case .nickname: self.addPerson(keyword.value, isAlias: true)
        case .employer, .operatorName: self.addEmployer(keyword.value, kind: keyword.kind)
        case .role: self.addRole(keyword.value)
        case .email: self.addEmail(keyword.value)
        case .phone: self.addPhone(keyword.value)
        case .staffNumber, .username: self.addCode(keyword.value, kind: keyword.kind, partDigits: 4)
        case .vessel: self.addVessel(keyword.value)
        case .place: self.addPlace(keyword.value)
        case .reference: self.addReference(keyword.value)
        case .referralTime:
            if let moment = ReferralMoment(keyword.value) { self.moments.append(moment) }
        case .imoNumber, .mmsi: self.addNumber(keyword.value, kind: keyword.kind)
        case .containerNumber: self.addContainer(keyword.value)
        case .seal, .billOfLading, .releaseCode: self.addCode(keyword.value, kind: keyword.kind, partDigits: 6)
        case .callSign, .voyage, .other: self.addPlain(keyword.value, kind: keyword.kind)
        }
    }

    /// Adds a key once; empty ones and single characters are no keys.
    mutating func insert(_ key: CanonicalKey) {
        guard key.bytes.count >= 2, self.known.insert(key).inserted else { return }
        self.keys.append(key)
    }
}
