"""Which divisions show something beside the company, so that what is left of the company may be known as well."""

from collections.abc import Callable

import numpy as np

from analysis.disclosure.counts import Mask
from analysis.panel import Ints

IsSafe = Callable[[Ints, int], bool]
"""Whether some places, given by their numbers, may be shown as one sum, in which so many have been taken back."""


def shown_places(people: Ints, may_show: Mask, is_safe: IsSafe, *, expected: Mask | None = None) -> Mask:
    """Show every division that is safe, and leave out the smallest of them until what is left is safe, or nobody.

    Parameters
    ----------
    people : ndarray of int, shape (n_places,)
        People of each place; place 0 holds those who stand at the company itself.
    may_show : ndarray of bool, shape (n_places,)
        Places that may show it; place 0 stands for the company.
    is_safe : callable
        Whether some places may be shown together.
    expected : ndarray of bool, shape (n_places,), optional
        Places that a reader expects to show it: each of them that does not has been taken back. None by default.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show it; place 0 is the company, and is shown unless what is left can never be.
    """
    expected = np.zeros_like(may_show) if expected is None else expected
    shown = np.asarray(may_show & (people > 0), np.bool_)
    shown[0] = False
    if not may_show[0] or not people.any():
        return np.zeros_like(shown)
    for place in np.flatnonzero(shown):
        shown[place] = is_safe(np.array([place]), 0)
    while people[left := np.flatnonzero(~shown)].any() and not is_safe(left, int(expected[left[left > 0]].sum())):
        if not shown.any():
            return shown
        divisions = np.flatnonzero(shown)
        shown[divisions[np.argmin(people[divisions])]] = False
    shown[0] = True
    return shown
