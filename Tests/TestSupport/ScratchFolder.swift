// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Foundation

/// A folder that goes when the test ends.
package final class ScratchFolder: Sendable {
    package let url: URL

    package init() throws {
        self.url = FileManager.default.temporaryDirectory.appending(path: "fairlead-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.url, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(at: self.url)
    }

    package func path(_ name: String) -> String {
        self.url.appending(path: name).path
    }
}
