// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Api
import Foundation
import Policy
import PolicyFiles
package import StrictJSON
import Vocabulary

/// Reads files of a policy as strictly as a desk does at its start: `fairlead policy check`.
package enum PolicyCheck {
    /// Checks one file, or all files of a folder.
    ///
    /// - Parameters:
    ///   - path: file or folder.
    ///   - folder: where the federation's policy stands that a local one narrows; `nil` for the program's own.
    /// - Returns: `{"files":[{"file","kind","fault"}]}`; `fault` is absent for a file without one.
    /// - Throws: `Problem` when the path cannot be read.
    package static func check(_ path: String, folder: String?) throws(Problem) -> [JSONValue] {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw Problem(.badRequest, "\(path): no such file or folder", next: "Check the path.")
        }
        guard isFolder.boolValue else { return [try self.file(path, folder: folder)] }
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: path).sorted()
        } catch {
            throw Problem(.badRequest, "\(path): the folder cannot be read", next: "Check its mode.")
        }
        let own = FileManager.default.fileExists(atPath: path + "/default.yaml") ? path : folder
        var found: [JSONValue] = []
        for name in names where name.hasSuffix(".yaml") || name.hasSuffix(".csv") {
            found.append(try self.file(path + "/" + name, folder: own))
        }
        return found
    }

    private static func file(_ file: String, folder: String?) throws(Problem) -> JSONValue {
        var object: JSONObject = ["file": .string(file)]
        do throws(PolicyFileError) {
            let vocabularies = try VocabularyFiles.load(overrides: folder)
            let bytes = try PolicyDirectory.bytes(ofFile: file)
            let kind = try PolicyFileKind.of(bytes, file: file)
            object.set("kind", .string(kind?.rawValue ?? "other"))
            switch kind {
            case .federation:
                _ = try PolicyFile.parse(bytes, file: file, vocabularies: vocabularies)
            case .local:
                _ = try LocalPolicyFile.parse(
                    bytes,
                    file: file,
                    narrowing: try PolicyFile.load(overrides: folder, vocabularies: vocabularies),
                    vocabularies: vocabularies
                )
            case .tests: _ = try PolicyTestsFile.parse(bytes, file: file)
            case .populations: _ = try PopulationsFile.parse(bytes, file: file, vocabularies: vocabularies)
            case nil: break
            }
        } catch {
            object.set("fault", .string("\(error)"))
        }
        return .object(object)
    }
}
