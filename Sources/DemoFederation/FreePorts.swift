// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// Ports of loopback that nobody listens on at this moment.
enum FreePorts {
    /// A port could not be had.
    struct NoPort: Error {}

    /// Takes ports by binding to port 0, and gives them back at once; all are held together, so that they differ.
    static func take(_ count: Int) throws -> [Int] {
        var descriptors: [Int32] = []
        defer { for descriptor in descriptors { close(descriptor) } }
        return try (0..<count).map { _ in
            let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            guard descriptor >= 0 else { throw NoPort() }
            descriptors.append(descriptor)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            var length = socklen_t(MemoryLayout<sockaddr_in>.size)
            let status = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { raw in
                    bind(descriptor, raw, length) == 0 ? getsockname(descriptor, raw, &length) : -1
                }
            }
            guard status == 0 else { throw NoPort() }
            return Int(UInt16(bigEndian: address.sin_port))
        }
    }
}
