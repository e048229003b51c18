// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Who did it.
package enum AuditActor: Hashable, Sendable {
    /// The program by itself, by a rule.
    case system
    /// An officer, by the id of the account.
    case officer(AuditCode)

    /// `system` or the id.
    package var text: String {
        switch self {
        case .system: "system"
        case .officer(let id): id.text
        }
    }

    init?(text: String) {
        if text == "system" {
            self = .system
        } else if let id = AuditCode(text) {
            self = .officer(id)
        } else {
            return nil
        }
    }
}
