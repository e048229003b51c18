// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// A cell that the search looked at.
package struct CrowdAttempt: Hashable, Sendable {
    package let cell: CrowdCell
    package let found: Crowd
    package let isMet: Bool
}
