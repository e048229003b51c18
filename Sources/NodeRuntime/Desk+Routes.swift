// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

import Api
import StrictJSON

extension Desk {
    /// Every route of the API; `docs/reference/api.md` lists the same.
    func routes() -> [Route] {
        (self.nodeRoutes() + self.caseRoutes() + self.gateRoutes() + self.readingRoutes()).map { route in
            Route(route.method, route.path) { request in
                do {
                    return try await route.handle(request)
                } catch {
                    throw Problem(running: error)
                }
            }
        }
    }

    private func nodeRoutes() -> [Route] {
        [
            Route(.get, "/node/status") { _ in try await self.status() },
            Route(.get, "/officers") { _ in try self.listOfficers() },
            Route(.post, "/officers") { try self.addOfficer($0) },
            Route(.get, "/peers") { _ in try await self.listPeers() },
            Route(.get, "/peers/status") { _ in self.peerStatus() },
            Route(.get, "/log") { try await self.showLog(member: $0.query["member"]) },
            Route(.get, "/log/verification") { _ in try await self.verifyLog() },
            Route(.post, "/challenges") { _ in self.giveChallenge() },
            Route(.get, "/keys") { _ in try self.listKeys() },
            Route(.post, "/keys/epoch") { try await self.changeEpochNow($0) },
            Route(.get, "/audit") { try self.listAudit(after: $0.query["after"], limit: $0.query["limit"]) },
            Route(.get, "/audit/verification") { try self.verifyAudit(against: $0.query["head"]) },
            Route(.get, "/audit/report") { try self.reportAudit(after: $0.query["after"]) },
            Route(.get, "/policy") { _ in self.showPolicy() },
            Route(.post, "/populations") { try self.importPopulations($0.body) },
            Route(.get, "/statistics/tables/incidents") { _ in try await self.incidentTable() },
        ]
    }

    private func caseRoutes() -> [Route] {
        [
            Route(.get, "/referrals") { _ in try self.listReferrals() },
            Route(.post, "/referrals") { try self.importReferral($0.body, wishes: $0.query["wishes"]) },
            Route(.get, "/referrals/{id}") { try self.showReferral(try $0.parameter("id")) },
            Route(.post, "/referrals/{id}/feedback") { try self.giveFeedback(try $0.parameter("id"), $0) },
            Route(.post, "/referrals/{id}/identity") { try self.openIdentity(try $0.parameter("id"), $0) },
            Route(.post, "/referrals/{id}/wishes") { try self.setWishes(try $0.parameter("id"), $0) },
            Route(.post, "/referrals/{id}/retention/hold") { try self.holdRetention(try $0.parameter("id"), $0) },
            Route(.post, "/referrals/{id}/retention/destruction") {
                try self.destroyEarly(try $0.parameter("id"), $0)
            },
            Route(.get, "/retention") { _ in try self.listRetention() },
            Route(.post, "/tombstones") { try self.showTombstone($0) },
            Route(.get, "/feedback") { _ in try self.listFeedback() },
        ]
    }

    private func gateRoutes() -> [Route] {
        [
            Route(.get, "/analyses") { _ in try self.listAnalyses() },
            Route(.post, "/analyses") { try await self.draftAnalysis($0) },
            Route(.get, "/analyses/{id}") { try self.showAnalysis(try $0.parameter("id")) },
            Route(.get, "/analyses/{id}/preview") {
                try self.previewAnalysis(try $0.parameter("id"), level: $0.query["as"] ?? "")
            },
            Route(.get, "/analyses/{id}/explanation") { try self.explainAnalysis(try $0.parameter("id")) },
            Route(.get, "/analyses/{id}/check") { try self.checkAnalysis(try $0.parameter("id")) },
            Route(.post, "/analyses/{id}/revisions") { try self.reviseAnalysis(try $0.parameter("id"), $0) },
            Route(.post, "/analyses/{id}/candidate") { try self.candidate(try $0.parameter("id")) },
            Route(.post, "/analyses/{id}/submission") { try self.submitAnalysis(try $0.parameter("id"), $0) },
            Route(.get, "/releases") { _ in try self.listReleases() },
            Route(.get, "/releases/{id}") { try self.showRelease(try $0.parameter("id")) },
            Route(.post, "/releases/{id}/decisions") { try self.decide(try $0.parameter("id"), $0) },
            Route(.get, "/departures") { _ in try self.listDepartures() },
            Route(.get, "/departures/timing") { try self.showTiming(rate: $0.query["rate"]) },
            Route(.post, "/departures/run") { _ in
                let report = try await self.clerk.workNow()
                return .object([
                    "departed": .array(
                        report.departed.map { ["release": .string($0.release), "entry": .string($0.entry)] }
                            .map { .object($0) }
                    ),
                    "held": .array(
                        report.held.map { ["release": .string($0.release), "reason": .string($0.reason)] }
                            .map { .object($0) }
                    ),
                ])
            },
        ]
    }

    private func readingRoutes() -> [Route] {
        [
            Route(.get, "/bulletins") { _ in try await self.listBulletins() },
            Route(.get, "/bulletins/{id}") { try await self.showBulletin(try $0.parameter("id")) },
            Route(.get, "/bulletins/{id}/export") {
                try await self.exportBulletin(try $0.parameter("id"), level: $0.query["as"] ?? "")
            },
            Route(.get, "/bulletins/{id}/package") { try await self.exportPackage(try $0.parameter("id")) },
            Route(.post, "/bulletins/{id}/withdrawal") { try await self.withdraw(try $0.parameter("id"), $0) },
            Route(.get, "/bulletins/{id}/reach") { try await self.reach(of: try $0.parameter("id")) },
            Route(.get, "/alerts") { _ in try await self.listAlerts() },
            Route(.get, "/alerts/{id}") { try await self.showAlert(try $0.parameter("id")) },
            Route(.post, "/alerts/{id}/acknowledgement") {
                try await self.acknowledgeAlert(try $0.parameter("id"))
            },
            Route(.post, "/alerts/{id}/reply") { try await self.replyToAlert(try $0.parameter("id"), $0) },
            Route(.get, "/subscriptions") { _ in try await self.listSubscriptions() },
            Route(.post, "/subscriptions") { try await self.createSubscription($0) },
            Route(.post, "/subscriptions/test") { try await self.testSubscription($0) },
        ]
    }
}
