// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why an officer's key file cannot be made, read or opened.
package enum OfficerKeyFileError: Error, Hashable, Sendable {
    /// Larger than any such file is; counted in bytes.
    case tooLarge(limit: Int)
    /// No JSON of this shape; `field` names the first field that is missing, unknown or of another type, if known.
    case malformed(field: String?)
    /// The format is of a newer program or of another kind.
    case unknownFormat
    /// The passphrase algorithm or its cost is not accepted.
    case unknownParameters
    /// The checksum does not fit: the file was altered.
    case damaged
    /// The passphrase does not open the key.
    case wrongPassphrase
    /// The system does not give the memory that the passphrase parameters ask for.
    case passphraseCostNotAffordable(memoryBytes: UInt64)
    /// There is a file at that place; key files are never overwritten.
    case alreadyExists
    /// The file cannot be read or written.
    case notAccessible

    /// What happened and what to do, for people.
    package var advice: String {
        switch self {
        case .tooLarge(let limit):
            "The file is larger than \(limit) bytes and so no officer's key: check the path."
        case .malformed(let field):
            "The file is no officer's key\(field.map { " (field \($0))" } ?? ""): check the path."
        case .unknownFormat:
            "The key file has another format: use the version of the program that made it."
        case .unknownParameters:
            "The key file asks for a passphrase algorithm or cost that this program does not accept."
        case .damaged:
            "The key file was altered or damaged: restore it from a backup."
        case .wrongPassphrase:
            "The officer's passphrase is wrong: try again."
        case .passphraseCostNotAffordable(let memoryBytes):
            "Opening the key needs \(memoryBytes >> 20) MiB of memory, which the system does not give: free some."
        case .alreadyExists:
            "There is a file at that place already and it is not overwritten: choose another path."
        case .notAccessible:
            "The key file cannot be read or written: check its path and mode."
        }
    }
}
