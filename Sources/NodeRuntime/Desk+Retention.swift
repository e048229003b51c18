// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import AuditTrail
import CaseStore
import Casework
import Cryptography
import Keyring
import Policy
import StrictJSON
import Vault

/// How long who reported is kept, and the end of it.
extension Desk {
    /// Each referral with the day on which its secrets are destroyed, and what people decided about it.
    func listRetention() throws -> JSONValue {
        let live = Set(try self.vault.liveCases())
        return .object([
            "retention": .array(
                try self.cases.referrals().map { referral in
                    var object: JSONObject = ["referral": .string(referral.caseID.text)]
                    guard live.contains(referral.caseID) else {
                        object.set("state", "destroyed")
                        let record = try self.cases.tombstone(of: referral.caseID)
                        if let stated = try record.flatMap({ Tombstone(json: try JSONParser.parse($0)) }) {
                            object.set("destroyed_on", .string(stated.destroyedOn.text))
                            object.set("reason", .string(stated.reason))
                        }
                        return .object(object)
                    }
                    let kept = try self.cases.retention(of: referral.caseID)
                    object.set("state", .string(kept.isHeld(on: try self.calendarDay()) ? "held" : "kept"))
                    if let due = RetentionSchedule.due(referral, self.policy.retention) {
                        object.set("due", .string(due.day.text))
                        object.set("rule", .string(due.rule.rawValue))
                    }
                    if let hold = kept.hold {
                        object.set("held_until", .string(hold.until.text))
                        object.set("reason", .string(hold.reason))
                    }
                    if let wanted = kept.request { object.set("destruction_requested_by", .string(wanted.officer)) }
                    return .object(object)
                }
            )
        ])
    }

    /// Keeps a case although its day comes, until a day; today's date lets go again.
    func holdRetention(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let caseID = try self.caseID(id)
        _ = try self.referral(caseID)
        let reason = try request.text("reason")
        guard CaseRetention.holdReasons.contains(reason), let until = CalendarDay(text: try request.text("until"))
        else {
            throw Problem(
                .badData,
                "Reason or day cannot be used.",
                next: "Use --until YYYY-MM-DD and \(CaseRetention.holdReasons.joined(separator: ", "))."
            )
        }
        let officer = try self.stated(request, .hold, on: caseID.text, terms: [reason, until.text])
        var kept = try self.cases.retention(of: caseID)
        kept.hold =
            until > (try self.calendarDay())
            ? CaseRetention.Hold(until: until, reason: reason, officer: officer.id.text) : nil
        try self.note(.keepingDecided, by: officer, about: caseID.text, detail: reason)
        try self.cases.store(kept, of: caseID)
        return .object([
            "referral": .string(caseID.text), "state": .string(kept.hold == nil ? "kept" : "held"),
            "held_until": .string(kept.hold?.until.text ?? ""),
        ])
    }

    /// Destroys a case's secrets before their day: the second officer's word does it.
    ///
    /// - Throws: `Problem`: `secondPersonNeeded` after the first word, `wrongState` while a release waits.
    func destroyEarly(_ id: String, _ request: ApiRequest) throws -> JSONValue {
        let caseID = try self.caseID(id)
        let referral = try self.referral(caseID)
        let reason = try request.text("reason")
        guard CaseRetention.destructionReasons.contains(reason) else {
            throw Problem(
                .badData,
                "There is no such reason.",
                next: "Use \(CaseRetention.destructionReasons.joined(separator: ", "))."
            )
        }
        let officer = try self.stated(request, .destroy, on: caseID.text, terms: [reason])
        let today = try self.calendarDay()
        guard try self.vault.liveCases().contains(caseID) else {
            throw Problem(.wrongState, "It is destroyed already.", next: "fairlead referral retention list")
        }
        guard try !self.hasWaitingRelease(caseID) else {
            throw Problem(
                .wrongState,
                "A release of this case waits, and could not be read any more.",
                next: "Stop it first: fairlead release stop"
            )
        }
        var kept = try self.cases.retention(of: caseID)
        let isDue = RetentionSchedule.due(referral, self.policy.retention).map { $0.day <= today } ?? false
        if !isDue || kept.isHeld(on: today) {
            let first = kept.request.flatMap { wanted in
                (wanted.on.adding(days: CaseRetention.requestDays) ?? today) >= today && wanted.reason == reason
                    ? wanted : nil
            }
            guard let first, first.officer != officer.id.text else {
                kept.request = CaseRetention.Request(on: today, reason: reason, officer: officer.id.text)
                try self.note(.keepingDecided, by: officer, about: caseID.text, detail: reason)
                try self.cases.store(kept, of: caseID)
                throw Problem(
                    .secondPersonNeeded,
                    "It is not due yet; another officer has to ask for the same within \(CaseRetention.requestDays) days.",
                    next: "The other officer gives the same command with another key."
                )
            }
        }
        try self.destroy(caseID, reason: reason, actor: officer.id.text)
        return .object(["referral": .string(caseID.text), "state": "destroyed", "reason": .string(reason)])
    }

    /// Destroys what was stated to be destroyed before a crash came between.
    func finishDestructions() throws {
        let live = Set(try self.vault.liveCases())
        for caseID in try self.cases.casesWithTombstone() where live.contains(caseID) {
            try self.vault.shred(caseID, access: CaseAccess(actor: "system", purpose: .protection))
        }
    }

    /// Destroys the secrets of every case whose day has come, unless it is held or a release of it waits.
    func destroyDueCases() throws {
        let live = Set(try self.vault.liveCases())
        let today = try self.calendarDay()
        for referral in try self.cases.referrals() where live.contains(referral.caseID) {
            guard let due = RetentionSchedule.due(referral, self.policy.retention), due.day <= today,
                try !self.cases.retention(of: referral.caseID).isHeld(on: today),
                try !self.hasWaitingRelease(referral.caseID),
                try self.cases.tombstone(of: referral.caseID) == nil
            else { continue }
            try self.destroy(referral.caseID, reason: due.rule.rawValue, actor: "system")
        }
    }

    /// The signed statement for who has the receipt code.
    func showTombstone(_ request: ApiRequest) throws -> JSONValue {
        let receipt: ReceiptCode
        do {
            receipt = try ReceiptCode(parsing: try request.text("receipt_code"))
        } catch is ReceiptCodeError {
            throw Problem(.badData, "This is no receipt code.", next: "Copy it as it was given at receipt.")
        }
        let referral: Referral
        do {
            referral = try self.cases.referral(withReceipt: receipt)
        } catch CaseStoreError.unknownReceipt {
            throw Self.notFound("referral")
        }
        guard let record = try self.cases.tombstone(of: referral.caseID),
            try !self.vault.liveCases().contains(referral.caseID)
        else {
            throw Problem(.wrongState, "It is not destroyed yet.", next: "Ask when it is due.")
        }
        return try JSONParser.parse(record)
    }

    /// The statement first: a cut before the key is destroyed is made good by the next round, with the same statement.
    private func destroy(_ caseID: CaseID, reason: String, actor: String) throws {
        let epochEnd = CalendarDay(daysSinceEpoch: self.keyring.epochKeys.current.firstDay + Keyring.epochDays)
        let today = try self.calendarDay()
        let tombstone = Tombstone(
            receiptHash: try self.cases.receiptHash(of: caseID),
            destroyedOn: today,
            reason: reason,
            backupsEndBy: max(epochEnd ?? today, today),
            key: self.signingKey
        )
        try self.cases.store(tombstone: JSONWriter.write(tombstone.json), of: caseID)
        try self.vault.shred(caseID, access: CaseAccess(actor: actor, purpose: .protection))
    }

    private func hasWaitingRelease(_ caseID: CaseID) throws -> Bool {
        try self.cases.releases().contains { $0.caseID == caseID && ["submitted", "approved"].contains($0.state) }
    }
}
