// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import CSodium

/// Random bytes from the operating system, for keys, nonces, salts and identifiers.
///
/// Machines of the network core take a seeded generator instead; nothing that must be unguessable comes from there.
package enum SecureRandom {
    /// Fresh random bytes.
    package static func bytes(_ count: Int) -> [UInt8] {
        Sodium.start()
        return [UInt8](unsafeUninitializedCapacity: count) { buffer, initialized in
            randombytes_buf(buffer.octets, count)
            initialized = count
        }
    }

    /// A number below `bound`, every one equally likely.
    package static func number(below bound: UInt32) -> UInt32 {
        precondition(bound > 0, "no number is below zero")
        Sodium.start()
        return randombytes_uniform(bound)
    }
}
