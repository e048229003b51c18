// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Cryptography
package import Logging
import StrictJSON
package import Transport

/// What relay.json says.
///
/// A member that is not known is an error: a misspelt setting must not be a silent default.
package struct RelayConfiguration: Hashable, Sendable {
    /// Bytes of relay.json read at most.
    static let byteLimit = 64 * 1024

    /// Where a new relay listens unless told otherwise.
    package static let defaultListen = "0.0.0.0:7443"

    /// Where it listens.
    package var listen: PeerAddress
    /// SHA-256 of the first roster's bytes, compared by people; nil trusts the file that the operator put there.
    package var rosterHash: [UInt8]?
    /// The least severe level written to the log.
    package var logLevel: Logger.Level

    /// Reads relay.json.
    ///
    /// - Parameter bytes: the file.
    /// - Throws: ``RelayFailure`` which names the member.
    package init(parsing bytes: [UInt8]) throws(RelayFailure) {
        let value: JSONValue
        do {
            value = try JSONParser.parse(bytes)
        } catch {
            throw .configurationNotJSON(error)
        }
        guard let object = value.objectValue else {
            throw .configurationMember(pointer: "", rule: "must be an object")
        }
        for name in object.names where !["version", "listen", "roster_hash", "log_level"].contains(name) {
            let pointer = JSONPointer().appending(name).text
            throw .configurationMember(pointer: pointer, rule: "is not a setting of this version")
        }
        guard object["version"]?.integerValue == 1 else {
            throw .configurationMember(pointer: "/version", rule: "must be 1; a newer program wrote this file")
        }
        self.listen = try Self.listen(object["listen"])
        self.rosterHash = try Self.rosterHash(object["roster_hash"])
        self.logLevel = try Self.logLevel(object["log_level"])
    }

    /// The file that `init` writes.
    static func initialFile(listen: String) -> [UInt8] {
        let object: JSONObject = ["version": 1, "listen": .string(listen), "log_level": "info"]
        return JSONWriter.write(.object(object), pretty: true) + [UInt8(ascii: "\n")]
    }

    private static func listen(_ value: JSONValue?) throws(RelayFailure) -> PeerAddress {
        guard let text = value?.stringValue else {
            throw .configurationMember(pointer: "/listen", rule: "must be a text HOST:PORT")
        }
        do {
            return try PeerAddress(text)
        } catch {
            throw .configurationMember(pointer: "/listen", rule: "must be HOST:PORT, [IPV6]:PORT or unix:PATH")
        }
    }

    private static func rosterHash(_ value: JSONValue?) throws(RelayFailure) -> [UInt8]? {
        guard let value else { return nil }
        do {
            if let text = value.stringValue {
                let hash = try Hex.decode(text)
                if hash.count == Hashing.sha256ByteCount { return hash }
            }
        } catch {
            // Told below, with the rule.
        }
        throw .configurationMember(pointer: "/roster_hash", rule: "must be 64 hexadecimal digits")
    }

    private static func logLevel(_ value: JSONValue?) throws(RelayFailure) -> Logger.Level {
        guard let value else { return .info }
        guard let level = value.stringValue.flatMap(Logger.Level.init(rawValue:)) else {
            let names = Logger.Level.allCases.map(\.rawValue).joined(separator: ", ")
            throw .configurationMember(pointer: "/log_level", rule: "must be one of \(names)")
        }
        return level
    }
}
