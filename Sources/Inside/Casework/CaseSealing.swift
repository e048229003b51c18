// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Seals and opens what belongs to one case; the vault implements it and alone holds the keys.
///
/// A sealed text is bound to its case and its kind: moved to another case, or to another column, it does not open.
package protocol CaseSealing: Sendable {
    /// Seals a text under the key of its case.
    ///
    /// - Parameters:
    ///   - text: the plaintext.
    ///   - kind: what the text is; bound into the seal.
    ///   - caseID: the case, which must have a key.
    /// - Returns: bytes that may be stored.
    /// - Throws: when the case has no key.
    func seal(_ text: borrowing SecretText, as kind: SealedKind, of caseID: CaseID) throws -> [UInt8]

    /// Opens what ``seal(_:as:of:)`` gave, and reports the read first.
    ///
    /// - Parameters:
    ///   - sealed: stored bytes.
    ///   - kind: what the text should be.
    ///   - caseID: the case to which it should belong.
    ///   - access: who reads and why.
    /// - Returns: the plaintext.
    /// - Throws: when the case has no key, the seal is not intact, or the read cannot be reported.
    func open(
        _ sealed: [UInt8],
        as kind: SealedKind,
        of caseID: CaseID,
        access: CaseAccess
    ) throws -> SecretText
}
