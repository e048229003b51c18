// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import StrictJSON

/// One route of the API: a method, a path with `{name}` parts, and what answers it.
package struct Route: Sendable {
    package enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
        case put = "PUT"
        case delete = "DELETE"
    }

    package let method: Method
    package let path: String
    package let handle: @Sendable (ApiRequest) async throws -> JSONValue

    package init(
        _ method: Method,
        _ path: String,
        _ handle: @escaping @Sendable (ApiRequest) async throws -> JSONValue
    ) {
        self.method = method
        self.path = path
        self.handle = handle
    }
}
