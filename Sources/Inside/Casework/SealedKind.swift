// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What a sealed text is; the raw value is bound into the seal and is never changed.
package enum SealedKind: String, Hashable, Sendable, CaseIterable {
    case referrer
    case narrative
    case identifiers
    case draft
    case release
    case feedbackNote = "feedback-note"
    case accessReason = "access-reason"
}
