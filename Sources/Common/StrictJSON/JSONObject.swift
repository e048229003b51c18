// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The members of a JSON object in the order of the text; no name occurs twice.
///
/// Two objects are equal when they have the same members in any order.
package struct JSONObject: Sendable {
    /// Names with their values, in order.
    package private(set) var members: [(name: String, value: JSONValue)]

    package init() { members = [] }

    /// Members whose names were checked by the parser to be different.
    init(checkedMembers: [(name: String, value: JSONValue)]) { members = checkedMembers }

    /// The value of a name; assigning `nil` removes the member, assigning to a new name appends one.
    package subscript(name: String) -> JSONValue? {
        get { members.first { $0.name == name }?.value }
        set {
            let position = members.firstIndex { $0.name == name }
            switch (position, newValue) {
            case (let position?, let value?): members[position].value = value
            case (let position?, nil): members.remove(at: position)
            case (nil, let value?): members.append((name, value))
            case (nil, nil): break
            }
        }
    }

    /// Sets the value of a name, in place if it exists, else at the end.
    package mutating func set(_ name: String, _ value: JSONValue) { self[name] = value }

    /// The names, in order.
    package var names: [String] { members.map(\.name) }

    package var count: Int { members.count }
    package var isEmpty: Bool { members.isEmpty }
}

extension JSONObject: Sequence {
    package func makeIterator() -> IndexingIterator<[(name: String, value: JSONValue)]> { members.makeIterator() }
}

extension JSONObject: Hashable {
    package static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.members.count == right.members.count else { return false }
        return left.members.allSatisfy { right[$0.name] == $0.value }
    }

    package func hash(into hasher: inout Hasher) {
        // Order does not count in equality, so it must not count here.
        var combined = 0
        for member in members {
            var inner = Hasher()
            inner.combine(member.name)
            inner.combine(member.value)
            combined ^= inner.finalize()
        }
        hasher.combine(combined)
        hasher.combine(members.count)
    }
}

extension JSONObject: ExpressibleByDictionaryLiteral {
    package init(dictionaryLiteral elements: (String, JSONValue)...) {
        members = []
        for (name, value) in elements {
            precondition(self[name] == nil, "one name twice in a JSON literal")
            members.append((name, value))
        }
    }
}
