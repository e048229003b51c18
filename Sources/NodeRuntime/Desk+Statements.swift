// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Accounts
import Api
import Cryptography
import StrictJSON
import Synchronization

/// What an officer signs for one act, and the challenge that makes it good once.
extension Desk {
    /// Challenges that wait for their statement at most; the oldest goes first.
    static let challengeLimit = 64

    /// Gives out a challenge; a restart forgets it.
    func giveChallenge() -> JSONValue {
        let challenge = SecureRandom.bytes(OfficerStatement.challengeByteCount)
        self.challenges.withLock { waiting in
            if waiting.count >= Self.challengeLimit { waiting.removeFirst() }
            waiting.append(challenge)
        }
        return .object(["challenge": .string(Hex.encode(challenge))])
    }

    /// The officer who signed an act, checked with the challenge, which is used up.
    ///
    /// - Parameters:
    ///   - request: with `challenge`, `officer_key` and `signature`.
    ///   - act: that must have been signed.
    ///   - subject: the case.
    ///   - terms: reason and further codes of the request.
    /// - Returns: an enabled officer who works on cases.
    /// - Throws: `Problem`: bad signature, used or unknown challenge, no such officer, a role without this right.
    func stated(_ request: ApiRequest, _ act: OfficerStatement.Act, on subject: String, terms: [String]) throws
        -> Officer
    {
        let statement: OfficerStatement
        do {
            statement = OfficerStatement(
                act: act,
                subject: subject,
                terms: terms,
                challenge: try Hex.decode(try request.text("challenge")),
                officerKey: try SigningPublicKey(bytes: try Base64URL.decode(try request.text("officer_key"))),
                signature: try Base64URL.decode(try request.text("signature"))
            )
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .badData,
                "Challenge, key or signature is not encoded as it should be.",
                next: "Use the command."
            )
        }
        let isFresh = self.challenges.withLock { waiting in
            guard let place = waiting.firstIndex(of: statement.challenge) else { return false }
            waiting.remove(at: place)
            return true
        }
        guard isFresh else {
            throw Problem(.staleDigest, "The challenge was used already, or is not this desk's.", next: "Try again.")
        }
        guard statement.isGenuine else {
            throw Problem(.badSignature, "The signature does not verify.", next: "Sign with the officer's key.")
        }
        guard let officer = try self.officers.officer(publicKey: statement.officerKey), officer.isEnabled else {
            throw Problem(.notAllowed, "The key belongs to no officer of this desk.", next: "fairlead officer list")
        }
        let isAllowed = act == .changeEpoch || officer.role == .analyst || officer.role == .releaser
        guard isAllowed else {
            throw Problem(.notAllowed, "Only analysts and releasers work on cases.", next: "Ask one of them.")
        }
        return officer
    }
}
