// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// A release on its way: what two officers approve, by the digest of its manifest.
package struct StoredRelease: Hashable, Sendable {
    /// SHA-256 of the manifest, 32 bytes.
    package let digest: [UInt8]

    package let draftID: String
    package let revision: Int
    package let caseID: CaseID

    /// Raw value of the runtime's state.
    package let state: String

    /// The day that was drawn for it, `YYYY-MM-DD`; stays when the release is stopped or replaced.
    package var batchID: String?

    /// The runtime's record of where the release stands; not read here.
    package let record: [UInt8]

    package init(
        digest: [UInt8],
        draftID: String,
        revision: Int,
        caseID: CaseID,
        state: String,
        batchID: String?,
        record: [UInt8]
    ) {
        self.digest = digest
        self.draftID = draftID
        self.revision = revision
        self.caseID = caseID
        self.state = state
        self.batchID = batchID
        self.record = record
    }
}
