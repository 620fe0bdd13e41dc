"""Where the answers to a question are shown one by one, as counts of each value."""

from analysis.disclosure.counts import Mask
from analysis.disclosure.partition import shown_places
from analysis.panel import Ints

FEWEST = 10
"""People of whom a distribution, or the share of those in favour, is shown at least."""


def places_with_distribution(values: Ints, *, may_show: Mask, k: int) -> Mask:
    """Choose the places whose distribution is shown, so that what is left beside them is nobody or enough people.

    Parameters
    ----------
    values : ndarray of int, shape (n_places, n_values)
        People by value; place 0 holds those who stand at the company itself.
    may_show : ndarray of bool, shape (n_places,)
        Places that show the question's mean; place 0 stands for the company.
    k : int
        Fewest people outside the value that is chosen most: where they are fewer, a few who compare their answers know
        those of all the others.

    Returns
    -------
    ndarray of bool, shape (n_places,)
        Places that show it; place 0 is the company.
    """
    fewest = max(FEWEST, k)

    def is_safe(places: Ints, _taken_back: int) -> bool:
        counted = values[places].sum(axis=0)
        return bool(counted.sum() >= fewest and counted.sum() - counted.max() >= k)

    return shown_places(values.sum(axis=1), may_show, is_safe)
