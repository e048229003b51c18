// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why the trail cannot be continued or shown.
package enum AuditTrailError: Error, Hashable, Sendable {
    /// The last entry or one that was asked for does not hold what this program writes.
    case damaged

    /// What happened and what to do, for people.
    package var advice: String {
        "The audit trail was altered or damaged: keep the file as evidence, and verify it to see where."
    }
}
