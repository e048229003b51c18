// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Ports by UN/LOCODE: a short list, so an unknown code of good form is not an error.
package struct PortList: Hashable, Sendable {
    /// All ports, in the order of the file.
    package let ports: [Port]

    private let positions: [String: Int]

    /// Checks the ports.
    ///
    /// - Parameter ports: in the order of the file.
    /// - Throws: `duplicateCode` or `invalidCode`.
    package init(_ ports: [Port]) throws(VocabularyError) {
        var positions: [String: Int] = [:]
        for (position, port) in ports.enumerated() {
            guard Locode.isValid(port.code) else { throw .invalidCode(port.code, list: "ports") }
            guard positions.updateValue(position, forKey: port.code) == nil else {
                throw .duplicateCode(port.code, list: "ports")
            }
        }
        self.ports = ports
        self.positions = positions
    }

    package subscript(code: String) -> Port? { positions[code].map { ports[$0] } }

    package func contains(_ code: String) -> Bool { positions[code] != nil }
}
