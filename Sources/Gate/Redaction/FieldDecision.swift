// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// What happens to one structured field of a dossier before a level may see it.
package struct FieldDecision: Hashable, Sendable {
    package enum Action: String, Hashable, Sendable, CaseIterable {
        case withhold
        case generalise
    }

    /// From the root of the dossier.
    package let pointer: JSONPointer
    package let action: Action

    /// The coarser value, for `generalise`.
    package let replacement: JSONValue?

    /// The rule of the policy: field and form, for example `port.country`.
    package let rule: String

    package init(pointer: JSONPointer, action: Action, replacement: JSONValue?, rule: String) {
        self.pointer = pointer
        self.action = action
        self.replacement = replacement
        self.rule = rule
    }

    /// The decision as one member of the array `fields` of `fairlead redact scan`.
    package var json: JSONValue {
        var object: JSONObject = ["pointer": .string(pointer.text), "action": .string(action.rawValue)]
        if let replacement { object["to"] = replacement }
        object["rule"] = .string(rule)
        return .object(object)
    }
}
