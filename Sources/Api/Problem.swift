// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// A refusal or failure as the API tells it: problem details of RFC 9457.
///
/// `detail` says what is wrong, `next` what to do about it. Neither ever holds a value that somebody typed: places are
/// named by JSON pointer, rules by their id.
package struct Problem: Error, Hashable, Sendable {
    package let kind: ProblemKind
    package let detail: String
    package let next: String
    /// Places in the request, as JSON pointers (RFC 6901), with the rule that each broke.
    package let places: [Place]

    package struct Place: Hashable, Sendable {
        package let pointer: String
        package let rule: String

        package init(pointer: String, rule: String) {
            self.pointer = pointer
            self.rule = rule
        }
    }

    package init(_ kind: ProblemKind, _ detail: String, next: String, places: [Place] = []) {
        self.kind = kind
        self.detail = detail
        self.next = next
        self.places = places
    }

    /// The JSON object that stands in the answer.
    package var json: JSONValue {
        var object: JSONObject = [
            "type": .string("urn:fairlead:problem:\(self.kind.rawValue)"),
            "status": .number(JSONNumber(self.kind.status)),
            "detail": .string(self.detail),
            "next": .string(self.next),
        ]
        if !self.places.isEmpty {
            object.set(
                "errors",
                .array(
                    self.places.map { .object(["pointer": .string($0.pointer), "rule": .string($0.rule)]) }
                )
            )
        }
        return .object(object)
    }

    /// Reads an answer's problem; nil when the JSON is not one.
    package init?(json: JSONValue) {
        guard let object = json.objectValue, let type = object["type"]?.stringValue,
            let kind = ProblemKind(rawValue: String(type.split(separator: ":").last ?? ""))
        else { return nil }
        let places = (object["errors"]?.arrayValue ?? []).compactMap { (item) -> Place? in
            guard let pointer = item.objectValue?["pointer"]?.stringValue,
                let rule = item.objectValue?["rule"]?.stringValue
            else { return nil }
            return Place(pointer: pointer, rule: rule)
        }
        self.init(
            kind,
            object["detail"]?.stringValue ?? "",
            next: object["next"]?.stringValue ?? "",
            places: places
        )
    }
}
