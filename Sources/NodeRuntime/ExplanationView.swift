// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Policy
import Redaction
import StrictJSON

/// An explanation as JSON for `fairlead policy explain`; for the officer at the origin.
struct ExplanationView {
    let explanation: Explanation
    let policy: Policy

    var json: JSONValue {
        .object([
            "document": .string(explanation.document.rawValue),
            "released": .bool(explanation.hold == nil),
            "held_at": explanation.hold.map { .string($0.level.rawValue) } ?? .null,
            "circumstances": .strings(explanation.circumstances.filter { $0 != .always }.map(\.rawValue)),
            "crowd": .array(explanation.crowd.map(crowd)),
            "fields": .array(explanation.fields.map(field)),
        ])
    }

    /// The cell of a level, the numbers in it, and what was tried before it.
    func crowd(_ verdict: CrowdVerdict) -> JSONValue {
        let tried = explanation.attempts[verdict.level] ?? []
        return .object([
            "level": .string(verdict.level.rawValue),
            "met": .bool(verdict.isMet),
            "cell": .object(cell(verdict.cell)),
            "found": Self.json(verdict.found),
            "needed": Self.json(
                Crowd(
                    referrers: verdict.needed.referrers,
                    incidents: verdict.needed.incidents,
                    sourceKinds: verdict.needed.sourceKinds
                )
            ),
            "rule": PolicyView.place(.crowd(verdict.level), of: policy),
            "tried": .array(
                tried.dropLast().map { .object(["cell": .object(cell($0.cell)), "found": Self.json($0.found)]) }
            ),
        ])
    }

    /// The axes that cut the cells, with the form on each; `none` where the level is not told.
    func cell(_ cell: CrowdCell) -> JSONObject {
        var object = JSONObject()
        for axis in CrowdAxis.allCases where policy.crowdAxes.contains(axis) {
            object.set(axis.rawValue, .string(cell[axis]?.rawValue ?? "none"))
        }
        return object
    }

    private static func json(_ crowd: Crowd) -> JSONValue {
        .object([
            "referrers": .integer(crowd.referrers),
            "incidents": .integer(crowd.incidents),
            "source_kinds": .integer(crowd.sourceKinds),
        ])
    }

    private func field(_ field: FieldExplanation) -> JSONValue {
        .object([
            "field": .string(field.field.rawValue),
            "reason": field.reason.map { .string($0) } ?? .null,
            "rule": PolicyView.place(.rule(explanation.document, field.field), of: policy),
            "readers": .array(field.readers.map { reader($0, of: field.field) }),
        ])
    }

    private func reader(_ reader: ReaderExplanation, of field: SourceField) -> JSONValue {
        var object: JSONObject = ["level": .string(reader.level.rawValue)]
        object.set("form", reader.form.map { .string($0.generalisation.rawValue) } ?? "withheld")
        if let form = reader.form {
            object.set("claim", .string(form.claim))
            object.set("rule", PolicyView.place(.form(explanation.document, field, claim: form.claim), of: policy))
        }
        object.set("why", .array(reader.causes.map { cause($0, of: field, for: reader.level) }))
        return .object(object)
    }

    private func cause(
        _ cause: ExplanationCause,
        of field: SourceField,
        for level: ConfidentialityLevel
    ) -> JSONValue {
        let type = explanation.document
        func json(_ name: String, _ claim: String?, _ detail: String?, _ element: PolicyElement?) -> JSONValue {
            var object: JSONObject = ["cause": .string(name)]
            if let claim { object.set("claim", .string(claim)) }
            if let detail { object.set("detail", .string(detail)) }
            if let element { object.set("rule", PolicyView.place(element, of: policy)) }
            return .object(object)
        }
        return switch cause {
        case .noRule: json("no-rule", nil, nil, nil)
        case .noForms: json("never-leaves", nil, nil, .rule(type, field))
        case .level(let claim, let level):
            json("level", claim, level.rawValue, .form(type, field, claim: claim))
        case .condition(let claim, let condition):
            json("condition", claim, condition.when.rawValue, .condition(type, field, condition))
        case .wish(let claim): json("wish", claim, nil, nil)
        case .crowd(let claim):
            json("crowd", claim, nil, .crowd(level))
        case .empty(let claim): json("nothing-to-say", claim, nil, .form(type, field, claim: claim))
        case .exception(let claim, let exception):
            json(
                "exception",
                claim,
                "\(exception.when.rawValue): \(exception.treatment.rawValue)",
                .exception(type, field, exception)
            )
        }
    }
}
