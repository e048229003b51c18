// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Casework
import Redaction
import Testing
import Vocabulary

@Suite("the referrer's own post")
struct ReferrerPostsTests {
    private static func posts(_ role: String) throws -> [String] {
        let record = ReferrerRecord([(field: .role, text: role)])
        return ReferrerPosts.codes(of: record, roles: try Gate.vocabularies().insiderRoles).map(\.rawValue)
    }

    @Test(
        "a role is recognised in three languages and with other words around it",
        arguments: [
            ("Reefer technician, night shift", "reefer-technician"),
            ("Release desk documentation clerk", "documentation-clerk"),
            ("Agente de portail (gate)", "gate-clerk"),
            ("Operador de grúa de patio (RTG)", "crane-operator"),
            ("Technicienne frigoriste", "reefer-technician"),
            ("truck driver", "truck-driver"),
            ("Planificador de patio", "yard-planner"),
            ("Camera operator", "port-security-guard"),
        ]
    )
    func recognised(role: String, code: String) throws {
        #expect(try Self.posts(role).contains(code))
    }

    @Test("other roles are nobody's post", arguments: ["Jefa de embarques", "Second engineer", "", "of the"])
    func notRecognised(role: String) throws {
        #expect(try Self.posts(role) == [])
    }

    @Test("a record without a role has no post")
    func noRole() throws {
        let record = ReferrerRecord([(field: .name, text: "Gate Clerk")])
        #expect(ReferrerPosts.codes(of: record, roles: try Gate.vocabularies().insiderRoles) == [])
    }
}
