// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Cryptography

/// How keys of cases and texts of cases are bound to what they belong to.
///
/// XChaCha20-Poly1305 with a fresh random nonce each time; the associated data is a purpose, the case and the kind, each
/// separated by a zero byte, so that a row moved to another case or column does not open. Keys of cases are wrapped by the
/// key of an epoch, which is destroyed when the epoch is over.
struct CaseKeySealing: Sendable {
    private let epochs: EpochKeys

    init(epochs: EpochKeys) {
        self.epochs = epochs
    }

    /// Number of the epoch under which ``wrap(_:of:)`` and ``check()`` seal.
    var epoch: Int { self.epochs.current.number }

    /// Proof that the keys are the vault's, kept beside them.
    func check() throws(CryptographyError) -> [UInt8] {
        try SealedBox.seal([], key: self.epochs.current.secret, authenticating: Array(Self.checkPurpose.utf8))
    }

    func passes(check: [UInt8], epoch: Int) -> Bool {
        guard let key = self.epochs[epoch] else { return false }
        do throws(CryptographyError) {
            _ = try SealedBox.open(check, key: key, authenticating: Array(Self.checkPurpose.utf8))
            return true
        } catch {
            return false
        }
    }

    func wrap(_ key: SecretBytes, of caseID: CaseID) throws(CryptographyError) -> [UInt8] {
        let purpose = Self.data(Self.keyPurpose, caseID, nil)
        return try SealedBox.seal(key, key: self.epochs.current.secret, authenticating: purpose)
    }

    /// - Throws: `authenticationFailed` also when the epoch's key is not there any more.
    func unwrap(_ wrapped: [UInt8], of caseID: CaseID, epoch: Int) throws(CryptographyError) -> SecretBytes {
        guard let key = self.epochs[epoch] else { throw .authenticationFailed }
        return try SealedBox.openSecret(wrapped, key: key, authenticating: Self.data(Self.keyPurpose, caseID, nil))
    }

    static func seal(
        _ text: borrowing SecretText,
        as kind: SealedKind,
        of caseID: CaseID,
        key: SecretBytes
    ) throws(CryptographyError) -> [UInt8] {
        try SealedBox.seal(SecretBytes(text), key: key, authenticating: Self.data(Self.textPurpose, caseID, kind))
    }

    static func open(
        _ sealed: [UInt8],
        as kind: SealedKind,
        of caseID: CaseID,
        key: SecretBytes
    ) throws(CryptographyError) -> SecretText {
        try SealedBox.openSecret(sealed, key: key, authenticating: Self.data(Self.textPurpose, caseID, kind))
            .secretText()
    }

    private static func data(_ purpose: String, _ caseID: CaseID, _ kind: SealedKind?) -> [UInt8] {
        Array(purpose.utf8) + [0] + caseID.bytes + [0] + Array((kind?.rawValue ?? "").utf8)
    }

    static let keyByteCount = SealedBox.keyByteCount
    private static let checkPurpose = "fairlead-vault-check-v1"
    private static let keyPurpose = "fairlead-case-key-v1"
    private static let textPurpose = "fairlead-case-text-v1"
}
