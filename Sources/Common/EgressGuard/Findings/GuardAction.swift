// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the gate does with a finding.
package enum GuardAction: String, Hashable, Sendable, Comparable {
    /// A person has to look at it before release; the text stays.
    case flag
    /// The span never leaves.
    case remove

    package static func < (left: GuardAction, right: GuardAction) -> Bool {
        left == .flag && right == .remove
    }
}
