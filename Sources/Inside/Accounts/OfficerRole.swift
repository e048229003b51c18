// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What an officer is enrolled for; the commands and the gate decide what a role may do.
package enum OfficerRole: String, Hashable, Sendable, CaseIterable, Codable {
    /// Imports referrals, drafts, submits, approves.
    case analyst
    /// Approves what others drafted.
    case releaser
    /// Enrols officers and changes settings; signs no release.
    case administrator
    /// Reads the audit trail; signs nothing.
    case auditor
}
