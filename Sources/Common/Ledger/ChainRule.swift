// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Whether a verified header continues a log, and if not, why.
///
/// Contiguity is what lets peers compare heads instead of entries: nothing is ever accepted over a gap. Protocol 5.4.
package enum ChainRule {
    /// Judges a header against the log as it is held.
    ///
    /// - Parameters:
    ///   - header: of the log's origin and log epoch.
    ///   - head: the last accepted entry of that origin and log epoch, nil when there is none.
    ///   - held: id of the entry held at the header's own sequence, nil when there is none; asked only for sequences
    ///     up to the head's.
    /// - Returns: what to do with it.
    package static func judge(
        _ header: VerifiedHeader,
        after head: LogHead?,
        held: (_ sequence: UInt64) throws -> EntryID?
    ) rethrows -> ChainVerdict {
        let sequence = header.header.sequence
        let last = head?.sequence ?? 0
        if sequence <= last {
            guard let other = try held(sequence) else {
                preconditionFailure("a log whose head is \(last) holds no entry \(sequence)")
            }
            return other == header.id ? .duplicate : .fork(held: other)
        }
        guard sequence == last + 1 else { return .gap(missing: last + 1...sequence - 1) }
        guard header.header.previous == head?.id else { return .diverges(after: last) }
        return .follows
    }
}
