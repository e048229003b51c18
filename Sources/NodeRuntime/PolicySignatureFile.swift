// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
package import Cryptography
import Ledger
package import Roster
import StrictJSON
import WireFormat

/// The roots' signatures over a federation policy, in a file beside it: `default.yaml.sig`.
///
/// The same k of n roots as the roster's. `docs/reference/policy.md`, "Signatures".
package struct PolicySignatureFile: Hashable, Sendable {
    package static let format = "fairlead-policy-signature/1"
    static let byteLimit = 64 * 1024

    /// By place of the root in the roster, ascending.
    private var signatures: [Int: [UInt8]] = [:]

    /// Number of roots that have signed.
    package var count: Int { self.signatures.count }

    package init() {}

    /// Reads a file.
    ///
    /// - Throws: `Problem` of kind `badData` for anything but the documented form.
    package init(_ bytes: [UInt8]) throws(Problem) {
        let fault = Problem(
            .badData,
            "The signature file is not of the documented form.",
            next: "Sign the policy again."
        )
        do {
            let limits = JSONLimits(byteLimit: Self.byteLimit, depthLimit: 4, memberLimit: 1_000)
            let object = try JSONParser.parse(bytes, limits: limits).objectValue
            guard object?["format"]?.stringValue == Self.format, let list = object?["signatures"]?.arrayValue,
                object?.members.count == 2
            else { throw fault }
            for entry in list {
                guard let member = entry.objectValue, member.members.count == 2,
                    let root = member["root"]?.integerValue,
                    let text = member["signature"]?.stringValue, root >= 0, self.signatures[root] == nil
                else { throw fault }
                self.signatures[root] = try Base64URL.decode(text)
            }
        } catch {
            throw fault
        }
    }

    /// The file's bytes.
    package func encoded() -> [UInt8] {
        let list = self.signatures.sorted { $0.key < $1.key }.map { root, signature -> JSONValue in
            .object(["root": .integer(root), "signature": .string(Base64URL.encode(signature))])
        }
        return JSONWriter.write(
            .object(["format": .string(Self.format), "signatures": .array(list)]),
            pretty: true
        )
    }

    /// Adds a root's signature, or replaces it.
    ///
    /// - Throws: `Problem` of kind `notAllowed` when the key is no root of the roster.
    package mutating func sign(_ policy: [UInt8], with key: SigningKey, roster: Roster) throws(Problem) {
        guard let place = roster.roots.firstIndex(of: key.publicKey) else {
            throw Problem(.notAllowed, "The key is no root of this roster.", next: "Use a root's key file.")
        }
        self.signatures[place] = key.sign(Self.input(policy, roster))
    }

    /// Checks that enough roots have signed exactly these bytes.
    ///
    /// - Returns: number of roots that have signed.
    /// - Throws: `Problem` of kind `badSignature`.
    @discardableResult package func verify(_ policy: [UInt8], roster: Roster) throws(Problem) -> Int {
        let input = Self.input(policy, roster)
        for (place, signature) in self.signatures {
            guard roster.roots.indices.contains(place),
                roster.roots[place].isValid(signature: signature, for: input)
            else {
                throw Problem(
                    .badSignature,
                    "The signature of root \(place) is not over this policy and this federation.",
                    next: "Get policy and signatures again, or have the policy signed again."
                )
            }
        }
        guard self.signatures.count >= roster.threshold else {
            throw Problem(
                .badSignature,
                "\(self.signatures.count) of \(roster.threshold) roots have signed the policy.",
                next: "fairlead policy sign adds a signature."
            )
        }
        return self.signatures.count
    }

    private static func input(_ policy: [UInt8], _ roster: Roster) -> [UInt8] {
        DomainSeparation.input(WireConstants.Domain.policy, roster.network.bytes + Hashing.sha256(policy))
    }
}
