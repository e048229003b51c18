// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CEmbeddedFiles

/// Files of `policy/` that were compiled into the program.
package enum EmbeddedFiles {
    /// Paths below `policy/`, in the order of the table.
    package static var paths: [String] {
        (0..<fairlead_embedded_file_count()).map { String(cString: fairlead_embedded_file_at($0).path) }
    }

    /// The bytes of one file.
    ///
    /// - Parameter path: below `policy/`, for example `vocabularies/detection.yaml`.
    /// - Returns: a copy; `nil` when the program does not hold the file.
    package static func bytes(_ path: String) -> [UInt8]? {
        for index in 0..<fairlead_embedded_file_count() {
            let file = fairlead_embedded_file_at(index)
            guard String(cString: file.path) == path else { continue }
            return Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
        }
        return nil
    }
}
