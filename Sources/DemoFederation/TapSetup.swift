// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Foundation
import StrictJSON

/// What a tap needs, in a file that only the demo can write: ports and everybody's TLS keys.
package enum TapSetup {
    /// The file is not what the demo wrote.
    struct Damaged: Error {}

    /// Writes the setup of all taps.
    static func write(_ federation: Federation, identities: [(name: String, identity: TLSIdentity)]) throws {
        let items = identities.map { item in
            JSONValue.object([
                "name": .string(item.name),
                "certificate": .string(Base64URL.encode(item.identity.certificateDER)),
                "key": .string(Base64URL.encode(item.identity.privateKeyDER.copiedBytes())),
            ])
        }
        let relays = federation.members.filter(\.template.hasRelay).map { member in
            JSONValue.object([
                "member": .string(member.name),
                "listen": .number(JSONNumber(member.rosterPort)),
                "relay": .number(JSONNumber(member.relayPort)),
            ])
        }
        let json: JSONValue = .object(["identities": .array(items), "relays": .array(relays)])
        try Federation.writeSecret(JSONWriter.text(json), to: Self.file(federation.root))
    }

    /// The tap before one relay.
    package static func tap(root: URL, relay: String) throws -> LinkTap {
        let object = try JSONParser.parse(Array(try Data(contentsOf: Self.file(root)))).objectValue
        let identities = try (object?["identities"]?.arrayValue ?? []).map { item -> LinkTap.Identity in
            guard let name = item.objectValue?["name"]?.stringValue,
                let certificate = item.objectValue?["certificate"]?.stringValue,
                let key = item.objectValue?["key"]?.stringValue
            else { throw Damaged() }
            return LinkTap.Identity(
                member: name,
                identity: try TLSIdentity(
                    certificateDER: try Base64URL.decode(certificate),
                    privateKeyDER: SecretBytes(copying: try Base64URL.decode(key))
                )
            )
        }
        let ports = (object?["relays"]?.arrayValue ?? []).first { $0.objectValue?["member"]?.stringValue == relay }
        guard let listen = ports?.objectValue?["listen"]?.integerValue,
            let behind = ports?.objectValue?["relay"]?.integerValue,
            let own = identities.first(where: { $0.member == "relay-\(relay)" })
        else { throw Damaged() }
        return LinkTap(
            listenPort: listen,
            relayPort: behind,
            relay: own,
            diallers: identities,
            folder: root.appending(path: "captures")
        )
    }

    private static func file(_ root: URL) -> URL { root.appending(path: "secrets/taps.json") }
}
