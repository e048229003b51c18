// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Foundation

/// Reads published vectors from the repository.
enum VectorFile {
    static func decode<Value: Decodable>(_ path: String, as type: Value.Type = Value.self) throws -> Value {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        let data = try Data(contentsOf: root.appending(path: "Vectors").appending(path: path))
        return try JSONDecoder().decode(type, from: data)
    }
}

/// The shape that Wycheproof's files share.
struct WycheproofFile<Group: Decodable>: Decodable {
    let numberOfTests: Int
    let testGroups: [Group]
}

enum WycheproofResult: String, Decodable {
    case valid, invalid, acceptable
}
