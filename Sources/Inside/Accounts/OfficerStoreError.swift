// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why an officer cannot be enrolled, found or read.
package enum OfficerStoreError: Error, Hashable, Sendable {
    /// That public key belongs to an officer already.
    case keyAlreadyEnrolled(OfficerID)
    /// No officer of that id.
    case unknown(OfficerID)
    /// The officer is disabled already.
    case alreadyDisabled(OfficerID)
    /// A row that no version of this program wrote.
    case damagedRow

    /// What happened and what to do, for people.
    package var advice: String {
        switch self {
        case .keyAlreadyEnrolled(let id): "This key is enrolled already, for officer \(id.text)."
        case .unknown(let id): "There is no officer \(id.text): list the officers to see their ids."
        case .alreadyDisabled(let id): "Officer \(id.text) is disabled already."
        case .damagedRow: "The list of officers is damaged: restore it from a backup."
        }
    }
}
