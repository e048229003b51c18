// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CDemoFiles

/// The files of `peers/demo`, embedded in the program.
package enum DemoFiles {
    /// The template of the federation.
    package static func template() throws -> FederationTemplate {
        try FederationTemplate(bytes: Self.bytes { $0 == "federation.json" }.first?.bytes ?? [])
    }

    /// The dossiers, by file name.
    package static func dossiers() -> [(name: String, bytes: [UInt8])] {
        Self.bytes { $0.hasPrefix("dossiers/") }.map { (String($0.path.dropFirst("dossiers/".count)), $0.bytes) }
    }

    private static func bytes(where isWanted: (String) -> Bool) -> [(path: String, bytes: [UInt8])] {
        (0..<fairlead_demo_file_count()).compactMap { index in
            guard let name = fairlead_demo_file_path(index), let start = fairlead_demo_file_bytes(index) else {
                return nil
            }
            let path = String(cString: name)
            guard isWanted(path) else { return nil }
            return (path, Array(UnsafeBufferPointer(start: start, count: fairlead_demo_file_size(index))))
        }
    }
}
