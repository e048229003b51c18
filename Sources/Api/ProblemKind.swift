// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What can go wrong with a request, with the one status and the one exit code that each kind has.
///
/// Raw values are stable: they are the last part of a problem's `type` URI (RFC 9457) and documented in
/// `docs/reference/api.md`. Exit codes follow sysexits, as the command line documents them.
package enum ProblemKind: String, CaseIterable, Sendable {
    case badRequest = "bad-request"
    case badData = "bad-data"
    case badSignature = "bad-signature"
    case staleDigest = "stale-digest"
    case guardBlocked = "guard-blocked"
    case crowdTooSmall = "crowd-too-small"
    case notFound = "not-found"
    case duplicate = "duplicate"
    case wrongState = "wrong-state"
    case notAllowed = "not-allowed"
    case secondPersonNeeded = "second-person-needed"
    case tooLarge = "too-large"
    case held = "held"
    case storageFull = "storage-full"
    case unavailable = "unavailable"
    case deskDown = "desk-down"
    case configuration = "configuration"
    case internalFailure = "internal-failure"

    /// HTTP status of the answer.
    package var status: Int {
        switch self {
        case .badRequest: 400
        case .badData, .badSignature: 422
        case .staleDigest: 412
        case .guardBlocked, .crowdTooSmall, .held, .duplicate, .wrongState: 409
        case .notFound: 404
        case .notAllowed, .secondPersonNeeded: 403
        case .tooLarge: 413
        case .storageFull: 507
        case .unavailable, .deskDown: 503
        case .configuration, .internalFailure: 500
        }
    }

    /// Exit code of a command that met this problem.
    package var exitCode: Int32 {
        switch self {
        case .badRequest: 64
        case .badData, .badSignature, .staleDigest, .notFound, .duplicate, .wrongState, .tooLarge: 65
        case .guardBlocked, .notAllowed, .secondPersonNeeded: 77
        case .crowdTooSmall, .held, .storageFull, .unavailable: 75
        case .deskDown: 69
        case .configuration: 78
        case .internalFailure: 1
        }
    }
}
