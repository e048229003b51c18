// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Archive
import AuditTrail
import CaseStore
import Cryptography
import Database
import Keyring
import PolicyFiles
import Transport
import Vault

extension Problem {
    /// Tells what kept a running desk from doing something: a full disk most of all.
    init(running error: any Error) {
        if let failure = DatabaseFailure(error, file: "the desk's database") {
            self.init(opening: failure)
        } else {
            self.init(opening: error)
        }
    }

    /// Tells what kept a home from opening or a desk from running, and what to do.
    ///
    /// Errors nobody foresaw are told by their type: their text may hold what must not be printed.
    init(opening error: any Error) {
        switch error {
        case let problem as Problem:
            self = problem
        case let failure as DatabaseFailure:
            let kind: ProblemKind =
                switch failure {
                case .diskFull: .storageFull
                case .busy: .unavailable
                case .damaged: .badData
                default: .configuration
                }
            self.init(kind, failure.advice, next: "Then start the desk again.")
        case KeyringError.wrongPassphrase:
            self.init(.notAllowed, "The passphrase is wrong.", next: "Try again; nothing was changed.")
        case KeyringError.epochKeyNotWritten:
            self.init(
                .storageFull,
                KeyringError.epochKeyNotWritten.advice,
                next: "Nothing is lost: it is tried again."
            )
        case let error as KeyringError:
            self.init(.configuration, error.advice, next: "Then start the desk again.")
        case let error as PolicyFileError:
            self.init(.configuration, "The policy cannot be used: \(error).", next: "Correct the file at that line.")
        case TransportSetupError.notInRoster:
            self.init(
                .configuration,
                "The roster does not name this desk's TLS key.",
                next: "Give member.json to whoever keeps the roster, and install the roster that results."
            )
        case let error as TransportSetupError:
            self.init(.deskDown, "The network side cannot start: \(error).", next: "See docs/how-to/operate.md.")
        case let error as ArchiveError:
            self.init(archive: error)
        case let error as AuditTrailError:
            self.init(.badData, error.advice, next: "See docs/how-to/operate.md.")
        case let error as CaseStoreError:
            self.init(cases: error)
        case let error as VaultError:
            self.init(vault: error)
        default:
            self.init(
                .internalFailure,
                "The desk cannot go on (\(type(of: error))).",
                next: "Look at its log; start it again."
            )
        }
    }
}
