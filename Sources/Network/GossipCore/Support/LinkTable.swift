// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

/// What the core keeps for one link.
struct Link: Sendable {
    let id: LinkID
    let peer: PeerIdentity
    let direction: LinkDirection
    var machine: LinkMachine
    /// Greeted, and both sides hold the same roster: the link takes part in everything.
    var isActive = false
    /// `close` was asked for: nothing is said or heard any more.
    var isClosing = false
    var isWritable = true
    /// A push was dropped on it, or by us for want of room: a SUMMARY is due.
    var isBehind = false
    /// Entries of this link being verified.
    var verifying = 0
    /// Archive reads under way for this link.
    var loading = 0
    // References to send, gathered into frames.
    var wants: [EntryReference] = []
    var cancels: [EntryReference] = []
    var haves: [EntryReference] = []
    var adverts: [EntryReference] = []
    var wantHeaders: [EntryReference] = []
}

/// The links of a core, ascending by number.
struct LinkTable: Sendable {
    private(set) var all: [Link] = []

    subscript(id: LinkID) -> Link? { self.place(id).map { self.all[$0] } }

    /// Links that take part, in order.
    var active: [LinkID] { self.all.filter(\.isActive).map(\.id) }

    mutating func add(_ link: Link) {
        let place = self.all.firstIndex { $0.id > link.id } ?? self.all.count
        self.all.insert(link, at: place)
    }

    mutating func remove(_ id: LinkID) -> Link? {
        self.place(id).map { self.all.remove(at: $0) }
    }

    /// Changes a link in place; nil if it is gone.
    mutating func update<Result>(_ id: LinkID, _ change: (inout Link) -> Result) -> Result? {
        guard let place = self.place(id) else { return nil }
        return change(&self.all[place])
    }

    /// The link to the same program, if there is one.
    func link(to peer: PeerIdentity) -> Link? {
        self.all.first { $0.peer == peer && !$0.isClosing }
    }

    private func place(_ id: LinkID) -> Int? {
        var low = 0
        var high = self.all.count
        while low < high {
            let middle = (low + high) / 2
            if self.all[middle].id < id { low = middle + 1 } else { high = middle }
        }
        return low < self.all.count && self.all[low].id == id ? low : nil
    }
}
