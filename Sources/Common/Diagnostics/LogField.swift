// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// The metadata keys that a log line may carry.
///
/// Everything else is dropped, so that a line can only ever say what somebody decided a log may say. A new key is a
/// decision about what leaves the process: add it here, with a value that is coded (a number, a hash, a code of a
/// closed list) and never a person's words.
package enum LogField: String, CaseIterable, Sendable {
    /// Network address of a peer, `host:port`.
    case address
    /// Number of tries made.
    case attempt
    /// Records that a peer lacks.
    case behind
    /// Size in bytes.
    case bytes
    /// Code of a closed list: exit code, close code, refusal code.
    case code
    /// Number of things that the message speaks of.
    case count
    /// Milliseconds that something took.
    case durationMilliseconds = "duration_ms"
    /// Which side opened a link.
    case direction
    /// Roster or audience epoch.
    case epoch
    /// Entry id in hex.
    case entry
    /// Type of an error, never its text.
    case errorType = "error_type"
    /// Name of a frame type.
    case frame
    /// Kind of an entry.
    case kind
    /// Local number of a link, unique within one run of the process.
    case link
    /// Log epoch of an origin.
    case logEpoch = "log_epoch"
    /// Name of a member in the roster.
    case member
    /// Byte offset at which decoding stopped.
    case offset
    /// Entry's origin: key id.
    case origin
    /// Shortened hash of a peer's public key.
    case peer
    /// TCP port.
    case port
    /// Coded reason.
    case reason
    /// Rule of the guard.
    case rule
    /// Sequence number in a log.
    case sequence
    /// Service of the process.
    case service
    /// Random id of the case, draft, release or bulletin that the line is about.
    case subject
    /// Signal that the process received.
    case signal
    /// State of a machine, by name.
    case state
    /// Version of the program or of a schema.
    case version
}
