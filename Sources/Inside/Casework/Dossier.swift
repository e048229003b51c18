// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// A checked dossier/1: the case, the words that stay sealed, and who reported.
///
/// The reader makes it, ``ReferralIntake`` takes it; it is borrowed on the way and never copied.
package struct Dossier: ~Copyable, Sendable {
    /// The file's own id, unique at its desk: a second import of the same id is refused.
    package let id: String

    /// Language of the narrative.
    package let language: TermCode

    package let incident: Case

    /// What the officer wrote down; it never leaves the desk.
    package let narrative: SecretText

    package let referrer: ReferrerRecord

    package init(
        id: String,
        language: TermCode,
        incident: Case,
        narrative: consuming SecretText,
        referrer: consuming ReferrerRecord
    ) {
        self.id = id
        self.language = language
        self.incident = incident
        self.narrative = narrative
        self.referrer = referrer
    }
}
