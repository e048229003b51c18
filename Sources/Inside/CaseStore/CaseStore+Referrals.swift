// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Casework
import Foundation
import GRDB

extension CaseStore {
    /// All referrals in the order of receipt, then of case id.
    package func referrals() throws -> [Referral] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(db, sql: Self.selectReferrals + " ORDER BY received_on, referrals.case_id")
        }
        return try rows.map { try Self.referral($0) }
    }

    /// One referral.
    package func referral(of caseID: CaseID) throws -> Referral {
        let row = try self.pool.read { db in
            try Row.fetchOne(
                db,
                sql: Self.selectReferrals + " WHERE referrals.case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
        }
        guard let row else { throw CaseStoreError.unknownCase(caseID) }
        return try Self.referral(row)
    }

    /// The referral to which a receipt code belongs.
    package func referral(withReceipt receipt: ReceiptCode) throws -> Referral {
        let hash = Data(Self.hash(of: receipt))
        let row = try self.pool.read { db in
            try Row.fetchOne(db, sql: Self.selectReferrals + " WHERE receipt_hash = ?", arguments: [hash])
        }
        guard let row else { throw CaseStoreError.unknownReceipt }
        return try Self.referral(row)
    }

    /// Changes one referral in one transaction; a refusal of its machines changes nothing.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - change: takes a step.
    /// - Returns: the referral after the change.
    /// - Throws: what the change throws, ``CaseStoreError``, errors of the database.
    @discardableResult
    package func updateReferral(
        of caseID: CaseID,
        _ change: (inout Referral) throws -> Void
    ) throws -> Referral {
        try self.pool.write { db in
            let row = try Row.fetchOne(
                db,
                sql: Self.selectReferrals + " WHERE referrals.case_id = ?",
                arguments: [Data(caseID.bytes)]
            )
            guard let row else { throw CaseStoreError.unknownCase(caseID) }
            let before = try Self.referral(row)
            var referral = before
            try change(&referral)
            try db.execute(
                sql: "UPDATE referrals SET progress = ?, feedback = ?, wishes = ? WHERE case_id = ?",
                arguments: [
                    try Self.encode(referral.progress), try Self.encode(referral.feedback),
                    Self.text(of: referral.wishes), Data(caseID.bytes),
                ]
            )
            if referral.progress != before.progress { try Self.appendStep(db, referral) }
            return referral
        }
    }

    /// The steps of a referral, oldest first.
    package func steps(of caseID: CaseID) throws -> [(state: ReferralState, step: CaseStep)] {
        let rows = try self.pool.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT state, actor, day FROM referral_steps WHERE case_id = ? ORDER BY id",
                arguments: [Data(caseID.bytes)]
            )
        }
        return try rows.map { row in
            guard let state = ReferralState(rawValue: row["state"]) else { throw CaseStoreError.damaged(caseID) }
            return (state, CaseStep(actor: row["actor"], day: try Self.day(row["day"], of: caseID)))
        }
    }

    /// Keeps what an officer noted about a feedback, sealed.
    ///
    /// - Parameters:
    ///   - note: the officer's words.
    ///   - caseID: the case.
    ///   - step: who and when.
    /// - Throws: errors of the vault or the database.
    package func addFeedbackNote(_ note: borrowing SecretText, to caseID: CaseID, at step: CaseStep) throws {
        let sealed = Data(try self.sealing.seal(note, as: .feedbackNote, of: caseID))
        try self.pool.write { db in
            try db.execute(
                sql: "INSERT INTO feedback_notes (case_id, actor, day, sealed_note) VALUES (?, ?, ?, ?)",
                arguments: [Data(caseID.bytes), step.actor, step.day.daysSinceEpoch, sealed]
            )
        }
    }

    /// Lends the notes on the feedback of a case, oldest first; each read is reported by the vault.
    ///
    /// - Parameters:
    ///   - caseID: the case.
    ///   - access: who reads and why.
    ///   - body: called with each note.
    /// - Throws: what the body throws, errors of the vault or the database.
    package func forEachFeedbackNote(
        of caseID: CaseID,
        access: CaseAccess,
        _ body: (CaseStep, borrowing SecretText) throws -> Void
    ) throws {
        let rows = try self.pool.read { db in
            try Row.fetchAll(
                db,
                sql: "SELECT actor, day, sealed_note FROM feedback_notes WHERE case_id = ? ORDER BY id",
                arguments: [Data(caseID.bytes)]
            )
        }
        for row in rows {
            let sealed = [UInt8](row["sealed_note"] as Data)
            let note = try self.sealing.open(sealed, as: .feedbackNote, of: caseID, access: access)
            try body(CaseStep(actor: row["actor"], day: try Self.day(row["day"], of: caseID)), note)
        }
    }

    static func appendStep(_ db: GRDB.Database, _ referral: Referral) throws {
        let step = referral.progress.step
        try db.execute(
            sql: "INSERT INTO referral_steps (case_id, state, actor, day) VALUES (?, ?, ?, ?)",
            arguments: [
                Data(referral.caseID.bytes), referral.progress.state.rawValue, step.actor, step.day.daysSinceEpoch,
            ]
        )
    }

    private static func referral(_ row: Row) throws -> Referral {
        let caseID = try Self.caseID(row["case_id"])
        return Referral(
            caseID: caseID,
            dossierID: row["dossier_id"],
            receivedOn: try Self.day(row["received_on"], of: caseID),
            progress: try Self.decode(ReferralMachine.self, row["progress"], of: caseID),
            feedback: try Self.decode(FeedbackMachine.self, row["feedback"], of: caseID),
            wishes: try Self.wishes(row["wishes"], of: caseID)
        )
    }

    /// Codes, one blank between two; "" for none.
    static func text(of wishes: ReferrerWishes) -> String { wishes.codes.joined(separator: " ") }

    private static func wishes(_ text: String, of caseID: CaseID) throws -> ReferrerWishes {
        guard let wishes = ReferrerWishes(codes: text.split(separator: " ").map(String.init)) else {
            throw CaseStoreError.damaged(caseID)
        }
        return wishes
    }

    private static let selectReferrals = """
        SELECT referrals.case_id, dossier_id, received_on, progress, feedback, wishes
        FROM referrals JOIN cases USING (case_id)
        """
}
