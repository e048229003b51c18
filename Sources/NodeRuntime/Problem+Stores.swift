// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Archive
import CaseStore
import Vault

extension Problem {
    /// Tells what is wrong with the archive of entries.
    init(archive error: ArchiveError) {
        switch error {
        case .damagedEntry, .damagedFork, .damagedIntent:
            self.init(
                .badData,
                "The archive was altered, or its disk fails.",
                next: "Run `fairlead log verify`; restore archive.sqlite from a backup if it finds something."
            )
        case .ownLogForked:
            self.init(
                .held,
                "Two entries for one place of this desk's own log exist: nothing more is signed.",
                next: "Ask whoever keeps the roster for a new log epoch; see docs/how-to/operate.md."
            )
        case .ownEntryRefused:
            self.init(
                .held,
                "The own log does not take what was signed for it: nothing more is signed.",
                next: "Run `fairlead log verify`, and start the desk again."
            )
        case .conflictingRoster:
            self.init(
                .configuration,
                "Another roster of this epoch is held: the roots signed two.",
                next: "Ask whoever keeps the roster which one counts."
            )
        }
    }

    /// Tells what is wrong with a case.
    init(cases error: CaseStoreError) {
        switch error {
        case .duplicate(_, let existing):
            self.init(
                .duplicate,
                "The desk already has this dossier.",
                next: "See `fairlead referral show \(existing)`."
            )
        case .unknownCase, .unknownReceipt:
            self.init(.notFound, "There is no such case.", next: "See `fairlead referral list`.")
        case .alreadyStored:
            self.init(.wrongState, "This is stored already.", next: "Look at it, and make a new revision.")
        case .damaged, .damagedID:
            self.init(
                .badData,
                "A stored case does not read back: its file was altered, or its disk fails.",
                next: "Restore cases.sqlite and vault.sqlite of one and the same backup."
            )
        }
    }

    /// Tells what is wrong with the vault.
    init(vault error: VaultError) {
        switch error {
        case .wrongKey:
            self.init(
                .configuration,
                "The vault was sealed under another keyring, or in an epoch whose key is destroyed.",
                next: "Restore keyring.sqlite, epoch.key and vault.sqlite of one and the same epoch."
            )
        case .unknownCase:
            self.init(.notFound, "There is no such case.", next: "See `fairlead referral list`.")
        case .shredded:
            self.init(
                .wrongState,
                "Who reported this case was destroyed on schedule, and cannot be read again.",
                next: "Work with the coded case; `fairlead referral show` has it."
            )
        case .damaged:
            self.init(
                .badData,
                "A record of the vault does not open: its file was altered, or its disk fails.",
                next: "Restore vault.sqlite and cases.sqlite of one and the same backup."
            )
        case .purposeNotAllowed:
            self.init(
                .notAllowed,
                "This purpose does not allow to learn who reported.",
                next: "Use the coded case."
            )
        }
    }
}
