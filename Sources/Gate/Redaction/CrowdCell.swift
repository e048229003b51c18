// SPDX-License-Identifier: Apache-2.0
// Copyright the Fairlead authors

package import Policy

/// A node of the lattice: how coarse each axis is given; an axis that is not given at all is absent.
package struct CrowdCell: Hashable, Sendable {
    private var forms: [CrowdAxis: Generalisation]

    package init(_ forms: [CrowdAxis: Generalisation] = [:]) { self.forms = forms }

    /// The form of an axis; `nil` when the cell does not give it.
    package subscript(axis: CrowdAxis) -> Generalisation? {
        get { forms[axis] }
        set { forms[axis] = newValue }
    }

    /// Says nothing that a crowd could be counted for.
    package var isEmpty: Bool { forms.isEmpty }

    /// What the cell gives up on some axes, in twelfths of an axis.
    package func loss(over axes: [CrowdAxis]) -> Int { axes.reduce(0) { $0 + $1.loss(forms[$1]) } }
}
