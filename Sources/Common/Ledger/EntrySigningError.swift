// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// Why an origin does not sign its own draft.
package enum EntrySigningError: Error, Hashable, Sendable {
    /// Other members would refuse it; the payload says why.
    case wouldBeRefused(EntryRejection)
    /// The head belongs to another log, or to another life of it.
    case foreignHead
    /// The intent is for another log, life or network than this signer's.
    case foreignIntent
    /// A part is missing from the intent.
    case incompleteBody
    /// The own signature did not verify: this machine cannot be trusted to sign.
    case signatureFault
}
