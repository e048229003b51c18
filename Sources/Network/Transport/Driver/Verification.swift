// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import GossipCore
import Ledger
import Roster

/// The checks that cost processor time, done off the driver.
enum Verification {
    /// Answers `verify`.
    static func entry(_ work: WorkID, _ entry: UnverifiedEntry, roster: Roster) -> GossipEvent {
        do {
            return .verified(work, try EntryVerifier.verify(entry, network: roster.network, directory: roster))
        } catch {
            return .verificationFailed(work, error)
        }
    }

    /// Answers `verifyBody`.
    static func body(_ work: WorkID, _ body: EntryBody, of header: VerifiedHeader) -> GossipEvent {
        do {
            return .bodyVerified(work, try EntryVerifier.verify(body: body, of: header))
        } catch {
            return .bodyRejected(work, error)
        }
    }

    /// Answers `verifyProof`.
    static func proof(
        _ work: WorkID,
        _ first: UnverifiedEntry,
        _ second: UnverifiedEntry,
        roster: Roster
    ) -> GossipEvent {
        do {
            let proof = try ForkProof.verify(first, second, network: roster.network, directory: roster)
            return .proofVerified(work, proof)
        } catch {
            return .proofRejected(work)
        }
    }
}
