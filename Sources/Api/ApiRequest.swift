// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// One request, taken apart: what a route's handler sees.
package struct ApiRequest: Sendable {
    /// Values of the path's `{name}` parts.
    package let parameters: [String: String]
    /// Values of the query; a name that came twice is refused before a handler runs.
    package let query: [String: String]
    /// The body as it came, at most ``ApiLimits/bodyBytes``.
    package let body: [UInt8]

    package init(parameters: [String: String], query: [String: String], body: [UInt8]) {
        self.parameters = parameters
        self.query = query
        self.body = body
    }

    /// A part of the path.
    ///
    /// - Throws: ``Problem`` of kind `badRequest` when the route has no such part.
    package func parameter(_ name: String) throws(Problem) -> String {
        guard let value = self.parameters[name] else {
            throw Problem(.badRequest, "The path lacks \(name).", next: "See docs/reference/api.md.")
        }
        return value
    }

    /// The body as a JSON object.
    ///
    /// - Throws: ``Problem`` of kind `badData` with the offset of the first fault.
    package func object() throws(Problem) -> JSONObject {
        if self.body.isEmpty { return [:] }
        do {
            guard let object = try JSONParser.parse(self.body).objectValue else {
                throw Problem(.badData, "The body is not a JSON object.", next: "Send one object.")
            }
            return object
        } catch let problem as Problem {
            throw problem
        } catch {
            throw Problem(
                .badData,
                "The body is not valid JSON: \(error).",
                next: "Correct the JSON and send it again."
            )
        }
    }

    /// A required text member of the body.
    package func text(_ name: String) throws(Problem) -> String {
        guard let value = try self.object()[name]?.stringValue else {
            throw Problem(
                .badData,
                "The body lacks the text \(name).",
                next: "Add it.",
                places: [Problem.Place(pointer: "/\(name)", rule: "required-text")]
            )
        }
        return value
    }
}

/// Limits of the HTTP API, checked before anything is parsed.
package enum ApiLimits {
    /// Bytes of one request body: a dossier with attachments described, never attached.
    package static let bodyBytes = 2 * 1024 * 1024
}
