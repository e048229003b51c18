// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import Casework
import Foundation
import Policy
import PolicyFiles
import Roster
import Vocabulary

/// Which federation policy a desk applies at its start: the one in its folder, or the one before while that one waits.
struct PolicyInForce {
    let policies: PolicySet

    /// Why the policy of the folder is not applied; `nil` when it is.
    let refusal: String?

    /// Bytes to keep as the present policy; `nil` when they are kept already.
    let accepted: [UInt8]?

    /// Reads the folder's policies and the one in force before.
    ///
    /// - Parameters:
    ///   - home: of the desk.
    ///   - vocabularies: that codes are checked against.
    ///   - roster: whose roots sign policies.
    ///   - today: days since 1970-01-01.
    /// - Throws: `PolicyFileError`, or `Problem` for signatures that are missing or wrong.
    init(_ home: DeskHome, vocabularies: Vocabularies, roster: Roster, today: Int) throws {
        let overrides =
            FileManager.default.fileExists(atPath: home.policyOverrides.path)
            ? home.policyOverrides.path : nil
        let (bytes, file) = try PolicyDirectory(overrides: overrides).read("default.yaml")
        try Self.checkSignatures(of: bytes, in: overrides, roster: roster)
        var federation = try PolicyFile.parse(bytes, file: file, vocabularies: vocabularies)
        var refusal: String?
        var accepted: [UInt8]? = bytes
        if FileManager.default.fileExists(atPath: home.policyInForce.path) {
            let present = try PolicyDirectory.bytes(ofFile: home.policyInForce.path)
            if present == bytes {
                accepted = nil
            } else {
                let before = try PolicyFile.parse(
                    present,
                    file: home.policyInForce.path,
                    vocabularies: vocabularies
                )
                refusal = Self.refusal(PolicySuccession(of: federation, after: before, today: today))
                if refusal != nil {
                    federation = before
                    accepted = nil
                }
            }
        }
        self.policies = try PolicySet.load(narrowing: federation, overrides: overrides, vocabularies: vocabularies)
        self.refusal = refusal
        self.accepted = accepted
    }

    /// The file that was in force when the desk started last.
    func keep(in home: DeskHome) throws {
        guard let accepted else { return }
        try Data(accepted).write(to: home.policyInForce, options: .atomic)
    }

    private static func refusal(_ succession: PolicySuccession) -> String? {
        switch succession {
        case .holds: nil
        case .waits(let day, let first):
            "The new policy lets more out (\(first)) and holds from \(CalendarDay(daysSinceEpoch: day)?.text ?? "")."
        case .noticeTooShort(let needed, let given, let first):
            "The new policy lets more out (\(first)) with \(given) days of notice; \(needed) are needed."
        }
    }

    /// One root alone need not sign; several must, or one of them could change the policy by itself.
    private static func checkSignatures(of bytes: [UInt8], in overrides: String?, roster: Roster) throws {
        guard let overrides else { return }
        let directory = PolicyDirectory(overrides: overrides)
        guard try directory.ownBytes("default.yaml") != nil else { return }
        guard let signatures = try directory.ownBytes("default.yaml.sig") else {
            guard roster.roots.count > 1 else { return }
            throw Problem(
                .configuration,
                "The federation has \(roster.roots.count) roots, and its policy is not signed.",
                next: "Put default.yaml.sig beside it: fairlead policy sign"
            )
        }
        try PolicySignatureFile(signatures).verify(bytes, roster: roster)
    }
}
