// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework

extension Vault {
    /// Lets the gate derive codes from a record, without seeing it.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - access: for the audit trail.
    ///   - derive: gives codes of a vocabulary, never values.
    /// - Returns: the codes that were derived.
    /// - Throws: ``VaultError``, errors of the audit port or the database.
    package func codes(
        of caseID: CaseID,
        access: CaseAccess,
        derive: (borrowing ReferrerRecord) -> [TermCode]
    ) throws -> [TermCode] {
        try self.audit.record(VaultEvent(kind: .classComputed, caseID: caseID, access: access))
        return derive(try self.record(of: caseID))
    }
}
