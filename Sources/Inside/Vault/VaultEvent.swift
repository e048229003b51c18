// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

/// One thing that happened in the vault, for the audit trail: coded, without any value of a record.
package struct VaultEvent: Hashable, Sendable {
    package let kind: Kind

    /// The case; nothing for events about all cases.
    package let caseID: CaseID?

    package let access: CaseAccess

    package init(kind: Kind, caseID: CaseID?, access: CaseAccess) {
        self.kind = kind
        self.caseID = caseID
        self.access = access
    }

    /// What happened.
    package enum Kind: Hashable, Sendable {
        /// A record was sealed for a new case.
        case enrolled

        /// Somebody learns who reported.
        case identityOpened

        /// The coarse class of the referrer was computed for the gate; nobody sees a value.
        case classComputed

        /// A sealed text of the case was opened.
        case textOpened(SealedKind)

        /// The guard over all live records was built from that many records.
        case guardBuilt(records: Int)

        /// The key of the case was destroyed.
        case shredded

        /// A value of a person who does not exist was met: somebody read the vault.
        case canarySeen(CanaryPlace)
    }
}
