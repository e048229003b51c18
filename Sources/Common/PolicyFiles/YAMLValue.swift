// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import StrictJSON
import Yams

/// One value of a YAML file, with its line.
struct YAMLValue {
    let node: Node
    let file: String

    /// Kept alive because nodes refer to their anchors weakly, and a value with an anchor is refused.
    let parser: Parser

    var line: Int? { node.mark?.line }

    /// Where the value begins.
    var place: PolicyPlace { PolicyPlace(file: file, line: line ?? 1) }

    /// An error at this value.
    func failure(_ rule: PolicyFileRule) -> PolicyFileError { PolicyFileError(file: file, line: line, rule: rule) }

    /// The members, to be taken one after the other.
    func mapping() throws(PolicyFileError) -> YAMLMapping {
        guard case .mapping(let mapping) = node else { throw failure(.wrongKind(expected: "a mapping")) }
        guard mapping.anchor == nil else { throw failure(.aliasNotAllowed) }
        var members: [YAMLMapping.Member] = []
        for (key, value) in mapping {
            guard case .scalar(let scalar) = key else { throw failure(.wrongKind(expected: "text keys")) }
            members.append(
                YAMLMapping.Member(
                    key: scalar.string,
                    line: scalar.mark?.line,
                    value: YAMLValue(node: value, file: file, parser: parser)
                )
            )
        }
        return YAMLMapping(whole: self, members: members)
    }

    func list() throws(PolicyFileError) -> [YAMLValue] {
        guard case .sequence(let sequence) = node else { throw failure(.wrongKind(expected: "a list")) }
        guard sequence.anchor == nil else { throw failure(.aliasNotAllowed) }
        return sequence.map { YAMLValue(node: $0, file: file, parser: parser) }
    }

    /// Whether the value is a scalar.
    var isText: Bool {
        guard case .scalar = node else { return false }
        return true
    }

    /// The text of a scalar as it stands.
    func text() throws(PolicyFileError) -> String {
        guard case .scalar(let scalar) = node else { throw failure(.wrongKind(expected: "text")) }
        guard scalar.anchor == nil else { throw failure(.aliasNotAllowed) }
        return scalar.string
    }

    func texts() throws(PolicyFileError) -> [String] {
        var texts: [String] = []
        for value in try list() { texts.append(try value.text()) }
        return texts
    }

    /// A whole number of at least `minimum`.
    func integer(atLeast minimum: Int) throws(PolicyFileError) -> Int {
        guard let number = Int(try text()), number >= minimum else {
            throw failure(.wrongKind(expected: "a whole number of at least \(minimum)"))
        }
        return number
    }

    /// A day `YYYY-MM-DD`, as days since 1970-01-01.
    func day() throws(PolicyFileError) -> Int {
        let parts = try text().split(separator: "-", omittingEmptySubsequences: false)
        guard try text().utf8.count == 10, parts.count == 3, let year = Int(parts[0]), let month = Int(parts[1]),
            let day = Int(parts[2]), let number = CivilDay.number(year: year, month: month, day: day)
        else { throw failure(.wrongKind(expected: "a day YYYY-MM-DD")) }
        return number
    }

    /// `true` or `false`.
    func flag() throws(PolicyFileError) -> Bool {
        switch try text() {
        case "true": return true
        case "false": return false
        default: throw failure(.wrongKind(expected: "true or false"))
        }
    }

    /// The value as JSON in which every scalar is text.
    func json() throws(PolicyFileError) -> JSONValue {
        switch node {
        case .scalar:
            return .string(try text())
        case .sequence:
            var elements: [JSONValue] = []
            for element in try list() { elements.append(try element.json()) }
            return .array(elements)
        case .mapping:
            var members = try mapping()
            var object = JSONObject()
            for member in members.takeAll() { object.set(member.key, try member.value.json()) }
            return .object(object)
        case .alias:
            throw failure(.aliasNotAllowed)
        }
    }
}
