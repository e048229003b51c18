// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// One revision of a draft: the runtime's bytes, sealed at rest, with what lists need to show.
package struct StoredDraft: Hashable, Sendable {
    /// Random id of the draft, chosen by the runtime.
    package let draftID: String

    /// Counted from 1; a revision is never changed, a new one is stored.
    package let revision: Int

    package let caseID: CaseID

    /// Raw value of the document type, for example `pia/1`.
    package let documentType: String

    /// Raw value of the runtime's state.
    package let state: String

    /// Id of the officer's account.
    package let author: String

    package let day: CalendarDay

    package init(
        draftID: String,
        revision: Int,
        caseID: CaseID,
        documentType: String,
        state: String,
        author: String,
        day: CalendarDay
    ) {
        self.draftID = draftID
        self.revision = revision
        self.caseID = caseID
        self.documentType = documentType
        self.state = state
        self.author = author
        self.day = day
    }
}
