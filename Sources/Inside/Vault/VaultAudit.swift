// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Takes the vault's events; the desk plugs its audit trail in.
package protocol VaultAudit: Sendable {
    /// Records an event before it takes effect.
    ///
    /// - Parameter event: what is about to happen.
    /// - Throws: when the event cannot be made durable; the vault then refuses the read.
    func record(_ event: VaultEvent) throws
}
