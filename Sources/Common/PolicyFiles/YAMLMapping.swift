// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Takes the members of a mapping one after the other, and knows which were not taken.
struct YAMLMapping {
    struct Member {
        let key: String
        let line: Int?
        let value: YAMLValue
    }

    let whole: YAMLValue
    private var members: [Member]

    init(whole: YAMLValue, members: [Member]) {
        self.whole = whole
        self.members = members
    }

    /// Takes a member, if it is there.
    mutating func optional(_ key: String) -> YAMLValue? {
        guard let position = members.firstIndex(where: { $0.key == key }) else { return nil }
        return members.remove(at: position).value
    }

    /// Takes a member.
    mutating func required(_ key: String) throws(PolicyFileError) -> YAMLValue {
        guard let value = optional(key) else { throw whole.failure(.missingKey(key)) }
        return value
    }

    /// Takes all members that are left, with their keys.
    mutating func takeAll() -> [Member] {
        defer { members = [] }
        return members
    }

    /// Ends reading: every member must have been taken.
    func finish() throws(PolicyFileError) {
        guard let first = members.first else { return }
        throw PolicyFileError(file: whole.file, line: first.line ?? whole.line, rule: .unknownKey(first.key))
    }
}
