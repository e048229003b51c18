// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Foundation
import NIOCore
import Transport

/// Counts the frames in captured bytes and gives their payloads.
package struct CaptureReader {
    package struct Link: Sendable {
        /// `dialler--relay`.
        package let name: String
        package var bytes = 0
        /// Frames by the name of their type.
        package var frames: [String: Int] = [:]
    }

    /// Reads all captures of a folder.
    ///
    /// - Returns: one sum per link, sorted by name.
    /// - Throws: when bytes are no frames of the protocol: then something else went over the link.
    package static func links(in folder: URL) throws -> [Link] {
        var links: [String: Link] = [:]
        for file in try Self.files(in: folder) {
            let name = String(file.lastPathComponent.split(separator: ".").first ?? "")
            var link = links[name] ?? Link(name: name)
            let data = try Data(contentsOf: file)
            link.bytes += data.count
            var decoder = FrameDecoder()
            var buffer = ByteBuffer(bytes: data)
            // A link that was cut may end within a frame; everything before it must decode.
            while let frame = try decoder.decode(buffer: &buffer) {
                link.frames[FrameName.of(frame.type), default: 0] += 1
            }
            links[name] = link
        }
        return links.values.sorted { $0.name < $1.name }
    }

    package static func files(in folder: URL) throws -> [URL] {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["up", "down"].contains($0.pathExtension) }
            .sorted { $0.path < $1.path }
    }
}
