// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
import Ledger

/// Takes every origin at its header's word, so that only the signature decides; for stored entries alone.
///
/// Entries of members that were revoked since, or of a former log epoch, were accepted rightly at their time.
struct ClaimedStanding: OriginDirectory {
    let logEpoch: UInt64

    func standing(of origin: SigningPublicKey) -> OriginStanding? {
        OriginStanding(logEpoch: self.logEpoch)
    }
}
