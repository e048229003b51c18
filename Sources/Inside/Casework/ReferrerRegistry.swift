// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Takes and destroys records of who reported; the vault implements it.
package protocol ReferrerRegistry: Sendable {
    /// Makes a key for the case and seals the record under it.
    ///
    /// A record that an interrupted import left behind for the same case is replaced.
    ///
    /// - Parameters:
    ///   - record: who reported.
    ///   - caseID: the new case.
    ///   - access: by whom.
    /// - Throws: when the record cannot be made durable.
    func enrol(_ record: borrowing ReferrerRecord, for caseID: CaseID, access: CaseAccess) throws

    /// Destroys the key of a case: the referrer and all sealed text of the case become unreadable for ever.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - access: by whom.
    /// - Throws: when the case is not known or the deletion cannot be made durable.
    func shred(_ caseID: CaseID, access: CaseAccess) throws
}
