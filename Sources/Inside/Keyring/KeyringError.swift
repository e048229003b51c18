// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why the keyring cannot be made, opened or read.
///
/// Failures of the file itself (newer version, damaged pages, full disk) are `DatabaseFailure`.
package enum KeyringError: Error, Hashable, Sendable {
    /// What a stored key is for.
    package typealias Part = KeyKind

    /// There is a keyring at this place; it is never overwritten.
    case alreadyExists(file: String)
    /// There is no keyring at this place, or making it was cut short.
    case notFound(file: String)
    /// The passphrase does not open the record, whose checksum is right.
    case wrongPassphrase
    /// The record or a key was altered: its checksum or seal fails although the passphrase is right or not yet used.
    case damaged(Part?)
    /// The record asks for an algorithm or a cost that this program does not accept.
    case unknownParameters
    /// A key of that name is there already.
    case alreadyStored(Part)
    /// A name of an audience that cannot be stored: empty or longer than 64 bytes.
    case unusableName
    /// The file `epoch.key` is not beside the keyring.
    case epochKeyMissing
    /// The file `epoch.key` is cut short, altered, or belongs to another keyring.
    case epochKeyDamaged
    /// The file `epoch.key` could not be written: no room, or no permission.
    case epochKeyNotWritten
    /// The former epoch's key is still needed; it was not destroyed.
    case epochNotMoved

    /// What happened and what to do, for people.
    package var advice: String {
        switch self {
        case .alreadyExists(let file):
            "\(file) exists already and is not overwritten: open it, or choose another home directory."
        case .notFound(let file):
            "There is no keyring in \(file): initialise the home directory first."
        case .wrongPassphrase:
            "The passphrase is wrong: try again; nothing was changed."
        case .damaged(let part):
            "The keyring is damaged (\(part.map { "\($0.rawValue) key" } ?? "passphrase record")): restore it from a backup."
        case .unknownParameters:
            "The keyring asks for a passphrase algorithm that this program does not know: use a newer version."
        case .alreadyStored(let part):
            "A \(part.rawValue) key of that name is stored already."
        case .unusableName:
            "The name of an audience has 1 to 64 bytes."
        case .epochKeyMissing:
            "epoch.key is missing: put the copy that is kept apart from the backups beside the keyring."
        case .epochKeyDamaged:
            "epoch.key is damaged or of another keyring: restore the copy that is kept apart from the backups."
        case .epochKeyNotWritten:
            "epoch.key cannot be written: make room, and check that the home directory belongs to you."
        case .epochNotMoved:
            "A key still lies under the former epoch's key: restart the desk, which moves it."
        }
    }
}
