// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import Cryptography
import Foundation
import StrictJSON

/// What a desk's `node.json` says: who it is, and nothing secret.
package struct DeskConfiguration: Hashable, Sendable {
    package static let format = "fairlead-desk/1"
    /// Raised when a home is laid out differently; a program refuses a higher one than it knows.
    package static let homeVersion = 1

    /// The member's name in the roster.
    package let member: String
    /// Gives out the keys of the federation's audiences.
    package let issuesAudienceKeys: Bool
    /// SHA-256 of the roster that people compared; nil until one is installed.
    package var rosterHash: [UInt8]?

    package init(member: String, issuesAudienceKeys: Bool, rosterHash: [UInt8]? = nil) {
        self.member = member
        self.issuesAudienceKeys = issuesAudienceKeys
        self.rosterHash = rosterHash
    }

    /// The file's bytes.
    package func encoded() -> [UInt8] {
        var object: JSONObject = [
            "format": .string(Self.format),
            "home_version": .number(JSONNumber(Self.homeVersion)),
            "member": .string(self.member),
            "issues_audience_keys": .bool(self.issuesAudienceKeys),
        ]
        if let rosterHash { object.set("roster_hash", .string(Hex.encode(rosterHash))) }
        return JSONWriter.write(.object(object), pretty: true)
    }

    /// Reads the file of a home.
    ///
    /// - Throws: `Problem` of kind `configuration`: no home, not readable, of a newer version, or with unknown members.
    package static func read(_ home: DeskHome) throws(Problem) -> DeskConfiguration {
        guard let data = FileManager.default.contents(atPath: home.configuration.path) else {
            throw Problem(
                .configuration,
                "There is no desk in this home directory.",
                next: "Make one: fairlead init --home \(home.folder.path) --name NAME"
            )
        }
        let object: JSONObject
        do {
            guard let found = try JSONParser.parse(Array(data)).objectValue else {
                throw Self.refusal("node.json is not a JSON object.")
            }
            object = found
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Self.refusal("node.json is not valid JSON: \(error).")
        }
        guard object["format"]?.stringValue == Self.format, let version = object["home_version"]?.integerValue else {
            throw Self.refusal("node.json is not of the format \(Self.format).")
        }
        guard version <= Self.homeVersion else {
            throw Problem(
                .configuration,
                "This home directory is of version \(version), this program knows \(Self.homeVersion).",
                next: "Use the newer version of fairlead; nothing was changed."
            )
        }
        let known: Set<String> = ["format", "home_version", "member", "issues_audience_keys", "roster_hash"]
        if let unknown = object.names.first(where: { !known.contains($0) }) {
            throw Self.refusal("node.json has a member that this version does not know: \(unknown).")
        }
        guard let member = object["member"]?.stringValue, let issues = object["issues_audience_keys"]?.boolValue else {
            throw Self.refusal("node.json lacks member or issues_audience_keys.")
        }
        var rosterHash: [UInt8]?
        if let text = object["roster_hash"]?.stringValue {
            do {
                rosterHash = try Hex.decode(text)
            } catch {
                throw Self.refusal("roster_hash in node.json is not hexadecimal.")
            }
        }
        return DeskConfiguration(member: member, issuesAudienceKeys: issues, rosterHash: rosterHash)
    }

    private static func refusal(_ detail: String) -> Problem {
        Problem(.configuration, detail, next: "Correct node.json, or restore it from a backup.")
    }
}
