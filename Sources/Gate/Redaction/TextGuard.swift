// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import EgressGuard

/// What the redactor needs of the guard over outgoing text.
package protocol TextGuard: Sendable {
    /// Finds what may not leave, and what a person has to look at.
    func scan(text: String, level: GuardLevel) -> [GuardFinding]
}

extension EgressGuard: TextGuard {}
