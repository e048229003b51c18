// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A known value that must not leave, with its kind.
///
/// Never printed: all descriptions hide the value.
package struct GuardKeyword: Hashable, Sendable {
    package let kind: GuardKeyKind
    package let value: String

    package init(kind: GuardKeyKind, value: String) {
        self.kind = kind
        self.value = value
    }
}

extension GuardKeyword: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "GuardKeyword(\(self.kind.rawValue))" }
    package var debugDescription: String { self.description }
    package var customMirror: Mirror { Mirror(self, children: ["kind": self.kind.rawValue]) }
}
