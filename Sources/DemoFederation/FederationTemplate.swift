// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// Who takes part in a demo federation: the decoded `peers/demo/federation.json`.
package struct FederationTemplate: Sendable {
    package struct Member: Sendable {
        package let name: String
        package let organisation: String
        package let country: String
        package let region: String
        package let memberClass: String
        package let audiences: [String]
        /// Runs a relay of its own; otherwise its desk dials the hub's.
        package let hasRelay: Bool
        /// WCO regions whose demo dossiers this desk imports.
        package let dossierRegions: [String]
        /// Plainly fictional officers; each gets a key of its own.
        package let officers: [String]
        package let subscriptions: [JSONObject]
    }

    package let network: String
    package let members: [Member]

    package var hub: Member? { self.members.first { $0.memberClass == "hub" } }

    /// Decodes a template.
    ///
    /// - Throws: ``FederationTemplateError`` with the JSON pointer of the first fault.
    package init(bytes: [UInt8]) throws {
        let root = try JSONParser.parse(bytes)
        let reader = TemplateReader(root)
        guard try reader.text("format") == "federation-template/1" else {
            throw FederationTemplateError(pointer: "/format", rule: "unknown format")
        }
        self.network = try reader.text("network")
        self.members = try reader.objects("members").map { (member) throws -> Member in
            Member(
                name: try member.text("name"),
                organisation: try member.text("organisation"),
                country: try member.text("country"),
                region: try member.text("region"),
                memberClass: try member.text("class"),
                audiences: try member.texts("audiences"),
                hasRelay: try member.flag("relay"),
                dossierRegions: try member.texts("dossier_regions"),
                officers: try member.texts("officers"),
                subscriptions: try member.objects("subscriptions").map { try $0.object() }
            )
        }
        guard self.hub?.hasRelay == true else {
            throw FederationTemplateError(pointer: "/members", rule: "one member of class hub with a relay is needed")
        }
    }
}

/// A template that cannot be used, by place and rule.
package struct FederationTemplateError: Error, Hashable, Sendable {
    package let pointer: String
    package let rule: String
}

/// Reads required members of one object.
private struct TemplateReader {
    private let value: JSONValue
    private let pointer: String

    init(_ value: JSONValue, pointer: String = "") {
        self.value = value
        self.pointer = pointer
    }

    func object() throws -> JSONObject {
        guard let object = self.value.objectValue else {
            throw FederationTemplateError(pointer: self.pointer, rule: "must be an object")
        }
        return object
    }

    func text(_ name: String) throws -> String {
        guard let text = try self.object()[name]?.stringValue else { throw self.missing(name, "text") }
        return text
    }

    func flag(_ name: String) throws -> Bool {
        guard let flag = try self.object()[name]?.boolValue else { throw self.missing(name, "true or false") }
        return flag
    }

    func texts(_ name: String) throws -> [String] {
        guard let items = try self.object()[name]?.arrayValue else { throw self.missing(name, "a list of texts") }
        return try items.map { item in
            guard let text = item.stringValue else { throw self.missing(name, "a list of texts") }
            return text
        }
    }

    func objects(_ name: String) throws -> [TemplateReader] {
        guard let items = try self.object()[name]?.arrayValue else { throw self.missing(name, "a list of objects") }
        return items.enumerated().map { TemplateReader($1, pointer: "\(self.pointer)/\(name)/\($0)") }
    }

    private func missing(_ name: String, _ what: String) -> FederationTemplateError {
        FederationTemplateError(pointer: "\(self.pointer)/\(name)", rule: "must be \(what)")
    }
}
