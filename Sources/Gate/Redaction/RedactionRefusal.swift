// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import EgressGuard
package import Policy

/// Why no document can be drafted from a case.
///
/// Ranges and rules only: no case carries the text that was refused.
package enum RedactionRefusal: Error, Hashable, Sendable {
    /// Even the most general cell holds too few people or incidents: the document is held.
    case crowdTooSmall(CrowdVerdict)
    case typeNotInPolicy(DocumentType)
    case textTooLong(field: SourceField, limit: Int, found: Int)
    /// The text names somebody or something that may not leave.
    case textRefused(field: SourceField, findings: [GuardFinding])
    /// A person has to look at these places first.
    case marksOpen(field: SourceField, findings: [GuardFinding])
}
