// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Glibc
package import StrictJSON

/// Asks a running relay for its status.
package enum RelayStatusReader {
    /// Bytes of an answer read at most: some hundred peers.
    private static let byteLimit = 4 * 1024 * 1024

    /// How long the relay may take to answer, seconds.
    private static let answerSeconds = 5

    /// Connects to the status socket and reads the document.
    ///
    /// - Parameter home: of the relay.
    /// - Returns: the document, schema `relay-status/1`.
    /// - Throws: ``RelayFailure``, `notRunning` when nobody answers.
    package static func read(_ home: RelayHome) throws(RelayFailure) -> JSONObject {
        guard HomeFile.exists(home.configuration) else { throw .homeMissing(path: home.path) }
        let bytes = try Self.answer(of: home)
        do {
            let limits = JSONLimits(byteLimit: Self.byteLimit, depthLimit: 8, memberLimit: 100_000)
            guard let object = try JSONParser.parse(bytes, limits: limits).objectValue,
                object["schema"]?.stringValue == StatusDocument.schema
            else { throw RelayFailure.badAnswer }
            return object
        } catch {
            throw .badAnswer
        }
    }

    private static func answer(of home: RelayHome) throws(RelayFailure) -> [UInt8] {
        let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        guard descriptor >= 0 else { throw HomeFile.failure(home.statusSocket) }
        defer { close(descriptor) }
        var patience = timeval(tv_sec: Self.answerSeconds, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        guard Self.connect(descriptor, to: home.statusSocket) else { throw .notRunning(path: home.path) }
        var answer: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while answer.count <= Self.byteLimit {
            let got = recv(descriptor, &chunk, chunk.count, 0)
            if got == 0 { return answer }
            guard got > 0 else {
                guard errno == EINTR else { break }
                continue
            }
            answer += chunk.prefix(got)
        }
        throw .badAnswer
    }

    private static func connect(_ descriptor: Int32, to path: String) -> Bool {
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let bytes = Array(path.utf8)
        guard bytes.count < MemoryLayout.size(ofValue: address.sun_path) else { return false }
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: bytes) }
        return withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
                Glibc.connect(descriptor, generic, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
            }
        }
    }
}
