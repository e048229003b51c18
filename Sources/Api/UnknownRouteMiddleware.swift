// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import HTTPTypes
import Hummingbird

/// Tells a path or method without a route as problem details too: the router would answer with an empty body.
struct UnknownRouteMiddleware<Context: RequestContext>: RouterMiddleware {
    /// The answer of the one kind that stands for an absent route.
    let answer: @Sendable (Problem) -> Response

    @concurrent
    func handle(
        _ request: Request,
        context: Context,
        next: @concurrent (Request, Context) async throws -> Response
    ) async throws -> Response {
        do {
            return try await next(request, context)
        } catch let error as HTTPError where error.status == .notFound {
            return self.answer(
                Problem(.notFound, "The desk has no such route.", next: "See docs/reference/api.md.")
            )
        }
    }
}
