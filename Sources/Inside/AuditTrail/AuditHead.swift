// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography

/// The last entry of the trail by number and hash: written down elsewhere, it shows that nothing was cut off since.
package struct AuditHead: Hashable, Sendable {
    /// Number of the entry; 0 for an empty trail.
    package let sequence: Int

    /// 32 bytes; zeros for an empty trail.
    package let hash: [UInt8]

    /// The head of an empty trail.
    package static let empty = AuditHead(
        sequence: 0,
        hash: [UInt8](repeating: 0, count: Hashing.sha256ByteCount)
    )

    init(sequence: Int, hash: [UInt8]) {
        self.sequence = sequence
        self.hash = hash
    }

    /// Reads the text form; gives nothing for any other.
    ///
    /// - Parameter text: `<number>:<64 hexadecimal digits>`.
    package init?(text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let sequence = Int(parts[0]), sequence >= 0, String(sequence) == parts[0] else {
            return nil
        }
        do {
            let hash = try Hex.decode(String(parts[1]))
            guard hash.count == Hashing.sha256ByteCount else { return nil }
            self.init(sequence: sequence, hash: hash)
        } catch {
            return nil
        }
    }

    /// The form to write down or to send to whoever oversees the desk.
    package var text: String {
        "\(self.sequence):\(Hex.encode(self.hash))"
    }
}
