// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import BulletinFormat

/// A document that the gate proposes, and what was done to get there.
package struct Draft: Hashable, Sendable {
    package let bulletin: BulletinDraft
    package let report: RedactionReport
}
