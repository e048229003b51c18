// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// One coded detail of an event: a key of the list, and a number or a code.
package struct AuditDetail: Hashable, Sendable {
    /// What may be told; there is no key for a text.
    package enum Key: String, Hashable, Sendable, CaseIterable {
        case audience
        case count
        case day
        case digest
        case documentType = "document-type"
        case entry
        case epoch
        case field
        case from
        case key
        case level
        case member
        case month
        case policy
        case purpose
        case reason
        case role
        case rule
        case sequence
        case session
        case state
        case textKind = "text-kind"
        case to
        case version
    }

    /// A number or a code.
    package enum Value: Hashable, Sendable {
        case number(Int)
        case code(AuditCode)
    }

    package let key: Key
    package let value: Value

    package init(_ key: Key, _ value: Value) {
        self.key = key
        self.value = value
    }
}
