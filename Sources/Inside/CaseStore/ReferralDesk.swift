// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Cryptography

/// Takes dossiers in: the vault and the store in one go, then the receipt.
///
/// The vault's file is written before the store's transaction commits, so that after a crash a record in the vault without a case is replaced by the next import of the same
/// dossier, or shredded by ``shredOrphans(liveCases:access:)``; a case without a record cannot come to be.
package struct ReferralDesk: ReferralIntake {
    private let store: CaseStore
    private let registry: any ReferrerRegistry

    /// - Parameters:
    ///   - store: the case store.
    ///   - registry: the vault.
    package init(store: CaseStore, registry: any ReferrerRegistry) {
        self.store = store
        self.registry = registry
    }

    package func receive(
        _ dossier: borrowing Dossier,
        wishes: ReferrerWishes = .none,
        today: CalendarDay,
        access: CaseAccess
    ) throws -> ReceiptCode {
        let caseID = dossier.incident.coded.caseID
        let receipt = ReceiptCode(randomBytes: SecureRandom.bytes(10))
        let referral = Referral(
            caseID: caseID,
            dossierID: dossier.id,
            receivedOn: today,
            progress: .received(CaseStep(actor: access.actor, day: today)),
            feedback: .due(by: today.adding(days: Referral.feedbackDays) ?? today),
            wishes: wishes
        )
        try self.store.admit(dossier, receipt: receipt, referral: referral) {
            try self.registry.enrol(dossier.referrer, for: caseID, access: access)
        }
        return receipt
    }

    /// Shreds records of interrupted imports; to be called once at start, before anything is imported.
    ///
    /// - Parameters:
    ///   - liveCases: the cases of which the vault holds a key.
    ///   - access: for the audit trail.
    /// - Returns: the cases that were shredded.
    /// - Throws: errors of the vault or the store.
    package func shredOrphans(liveCases: [CaseID], access: CaseAccess) throws -> [CaseID] {
        let stored = try self.store.codedCases().map { $0.caseID }
        let orphans = liveCases.filter { !stored.contains($0) }
        for caseID in orphans { try self.registry.shred(caseID, access: access) }
        return orphans
    }
}
