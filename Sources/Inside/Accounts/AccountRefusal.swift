// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why an officer cannot be enrolled, or a key file not be used.
package enum AccountRefusal: Error, Hashable, Sendable {
    case invalidID
    case officerExists
    /// Two officers with one key would be one person.
    case keyInUse
    case notAKeyFile
    /// The key file was made by a newer version.
    case newerKeyFile
    case wrongPassphrase
    case keyFileExists
}
