// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Kinds of documents that a desk publishes, as they stand in the claim `vct`.
///
/// Protocol 6.1.
package enum DocumentType: String, Hashable, Sendable, CaseIterable {
    /// A post-incident analysis.
    case analysis = "pia/1"
    /// A bulletin on a modus operandi.
    case modusOperandiBulletin = "mo-bulletin/1"
}
