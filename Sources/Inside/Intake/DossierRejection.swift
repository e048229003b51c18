// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// Why a file is not a dossier/1: the first place that is wrong and the rule that it breaks.
///
/// Never holds a value of the file, so it may be shown, logged and sent back.
package struct DossierRejection: Error, Hashable, Sendable {
    /// From the root of the file; the empty pointer when the file as a whole is meant.
    package let pointer: JSONPointer

    package let rule: DossierRule

    package init(_ rule: DossierRule, at pointer: JSONPointer) {
        self.pointer = pointer
        self.rule = rule
    }
}

extension DossierRejection: CustomStringConvertible {
    /// One line for the person at the terminal: where and what, for example `/case/vessel/imo: wrong check digit`.
    package var description: String {
        self.pointer.tokens.isEmpty ? self.rule.description : "\(self.pointer.text): \(self.rule)"
    }
}
