// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// Files that only this user can read.
enum PrivateFile {
    /// The file could not be made.
    struct NotCreated: Error {}

    /// Makes a file of mode 0600.
    static func create(_ file: URL, _ content: Data = Data()) throws {
        let isCreated = FileManager.default.createFile(
            atPath: file.path,
            contents: content,
            attributes: [.posixPermissions: 0o600]
        )
        guard isCreated else { throw NotCreated() }
    }
}
