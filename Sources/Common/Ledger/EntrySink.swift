// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Where an origin's entries become part of its log.
///
/// The contract of ``publish(_:signer:)``: the intent is durable before the signature is made, the entry is durable
/// on return, an intent left over from a crash is finished first, and two calls at once give two entries in a row.
package protocol EntrySink: Sendable {
    /// Places, signs and stores one draft.
    ///
    /// - Throws: ``EntrySigningError`` when the draft would be refused, and the store's own errors.
    func publish(_ draft: EntryDraft, signer: EntrySigner) async throws -> LoggedEntry

    /// Finishes an entry whose intent was persisted before a crash; nil when there was none.
    func recover(signer: EntrySigner) async throws -> LoggedEntry?
}
