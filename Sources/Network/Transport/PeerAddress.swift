// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where a peer listens: a TCP host and port, or the path of a Unix socket.
package enum PeerAddress: Hashable, Sendable, CustomStringConvertible {
    case tcp(host: String, port: Int)
    case unix(path: String)

    /// Reads `host:port`, `[ipv6]:port` or `unix:path`.
    ///
    /// - Parameter text: as people and rosters write it.
    /// - Throws: `TransportSetupError.badAddress`.
    package init(_ text: String) throws(TransportSetupError) {
        if text.hasPrefix("unix:") {
            let path = String(text.dropFirst("unix:".count))
            // sun_path holds 107 bytes and a zero, unix(7).
            guard !path.isEmpty, path.utf8.count <= 107, !path.utf8.contains(0) else { throw .badAddress(text) }
            self = .unix(path: path)
            return
        }
        guard let colon = text.lastIndex(of: ":"), let port = Int(text[text.index(after: colon)...]) else {
            throw .badAddress(text)
        }
        var host = String(text[..<colon])
        let isBracketed = host.hasPrefix("[") && host.hasSuffix("]")
        if isBracketed {
            host = String(host.dropFirst().dropLast())
        }
        guard
            (0...65_535).contains(port), !host.isEmpty, host.utf8.count <= 253,
            isBracketed || !host.contains(":"),
            host.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F })
        else { throw .badAddress(text) }
        self = .tcp(host: host, port: port)
    }

    package var description: String {
        switch self {
        case .tcp(let host, let port): host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        case .unix(let path): "unix:\(path)"
        }
    }
}
