// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
package import EgressGuard
package import StrictJSON

/// The guard over texts that somebody gives, without a node: `fairlead guard scan`.
///
/// Keywords and texts come as JSON; the answers name rules and places, never a value.
package struct GuardScan: Sendable {
    /// A file of keywords of ten thousand referrers stays below.
    private static let keyLimits = JSONLimits(byteLimit: 64 << 20, depthLimit: 4, memberLimit: 1_000_000)
    private static let lineLimits = JSONLimits(byteLimit: 8 << 20, depthLimit: 2, memberLimit: 16)

    private let egress: EgressGuard
    private let level: GuardLevel
    private let asBytes: Bool

    /// One text to scan.
    package struct Line: Sendable {
        package let id: String
        package let text: String
    }

    /// - Parameters:
    ///   - keys: `{"keys":[{"kind","value"}]}`; nil: structured detectors and contextual signs only.
    ///   - level: `customs`, `partners` or `public`.
    ///   - asBytes: scan as bytes that are about to leave (known values only) instead of as a text.
    /// - Throws: `Problem` with the pointer of the first fault.
    package init(keys: [UInt8]?, level: String, asBytes: Bool) throws(Problem) {
        guard let level = GuardLevel(rawValue: level) else {
            throw Problem(.badRequest, "There is no level of that name.", next: "Use customs, partners or public.")
        }
        self.level = level
        self.asBytes = asBytes
        self.egress = try keys.map { bytes throws(Problem) in EgressGuard(keys: try Self.keywords(bytes)) } ?? .empty
    }

    private static func keywords(_ bytes: [UInt8]) throws(Problem) -> [GuardKeyword] {
        let next = "Give {\"keys\":[{\"kind\":\"person-name\",\"value\":\"...\"}]}; see docs/reference/guard.md."
        guard let entries = Self.parsed(bytes, Self.keyLimits)?.objectValue?["keys"]?.arrayValue else {
            throw Problem(.badData, "The file of keywords is not of the documented form.", next: next)
        }
        var keywords: [GuardKeyword] = []
        keywords.reserveCapacity(entries.count)
        for (index, entry) in entries.enumerated() {
            guard let kind = entry.objectValue?["kind"]?.stringValue.flatMap(GuardKeyKind.init(rawValue:)),
                let value = entry.objectValue?["value"]?.stringValue, !value.isEmpty
            else {
                let place = Problem.Place(pointer: "/keys/\(index)", rule: "keyword")
                throw Problem(.badData, "A keyword has no known kind or no value.", next: next, places: [place])
            }
            keywords.append(GuardKeyword(kind: kind, value: value))
        }
        return keywords
    }

    /// Reads one line of input, `{"id","text"}`.
    ///
    /// - Throws: `Problem` when the line is no such object; it says nothing of the line's content.
    package func line(_ bytes: [UInt8]) throws(Problem) -> Line {
        guard let object = Self.parsed(bytes, Self.lineLimits)?.objectValue, let id = object["id"]?.stringValue,
            let text = object["text"]?.stringValue
        else {
            throw Problem(.badData, "A line is not {\"id\":..., \"text\":...}.", next: "Write one object per line.")
        }
        return Line(id: id, text: text)
    }

    /// What the guard finds in a text.
    package func findings(in line: Line) -> [GuardFinding] {
        self.asBytes
            ? self.egress.scan(bytes: Array(line.text.utf8)) : self.egress.scan(text: line.text, level: self.level)
    }

    /// The answer to a line, `{"id","spans"}`.
    package func answer(_ findings: [GuardFinding], to line: Line) -> JSONValue {
        .object(["id": .string(line.id), "spans": .array(findings.map(\.json))])
    }

    /// The error of a parser may quote its input: only whether it parsed is kept.
    private static func parsed(_ bytes: [UInt8], _ limits: JSONLimits) -> JSONValue? {
        do {
            return try JSONParser.parse(bytes, limits: limits)
        } catch {
            return nil
        }
    }
}

extension GuardFinding {
    /// The finding as one member of an array `spans`; places in Unicode code points.
    var json: JSONValue {
        .object([
            "start": .integer(self.range.lowerBound), "end": .integer(self.range.upperBound),
            "action": .string(self.action.rawValue), "rule": .string(self.rule),
        ])
    }
}
