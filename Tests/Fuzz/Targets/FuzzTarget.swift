// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// A parser of bytes from outside, as the fuzzer sees it.
///
/// A run must end: with a value that keeps its invariants, or with a typed error. Everything else is a find.
package enum FuzzTarget: String, CaseIterable, Sendable {
    /// SD-JWT verifier, bulletin reader, sealed tiers, packages.
    case bulletin
    /// The dossier reader.
    case dossier
    /// The readers of policies and populations.
    case policy
    /// CBOR, frames, messages, entry headers and cores.
    case wire

    package func run(_ bytes: [UInt8]) {
        switch self {
        case .bulletin: BulletinFuzz.run(bytes)
        case .dossier: DossierFuzz.run(bytes)
        case .policy: PolicyFuzz.run(bytes)
        case .wire: WireFuzz.run(bytes)
        }
    }

    /// The control: with this variable set each target has a fault that lies behind its parser, and must be found.
    static let isPlanted = ProcessInfo.processInfo.environment["FAIRLEAD_FUZZ_PLANTED"] == "1"

    /// What was accepted once and written again must be accepted again.
    static func again<Value>(_ work: () throws -> Value) -> Value {
        do { return try work() } catch { preconditionFailure("refused what it wrote itself: \(error)") }
    }

    static func plantedFault(_ condition: Bool) {
        if isPlanted, condition { preconditionFailure("the planted fault") }
    }
}
