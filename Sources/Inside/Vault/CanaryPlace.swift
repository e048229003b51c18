// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where a canary's value was met.
package enum CanaryPlace: String, Hashable, Sendable, CaseIterable {
    /// In a bulletin of another member.
    case incoming
    /// In something that was about to leave, or in a text for it.
    case outgoing
    /// In a line for the log.
    case log
}
