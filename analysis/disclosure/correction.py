"""Whether numbers may be published anew without some people, beside those that were published with them."""

from analysis.disclosure.ends import without_near
from analysis.disclosure.homogeneity import is_same, without_extremes
from analysis.disclosure.prove import Choice, is_proved
from analysis.disclosure.sheet import Counted


def may_correct(kept: Counted, removed: Counted, shown: tuple[Choice, ...], *, k: int) -> bool:
    """Whether the same blocks, before and after, say nothing about fewer than k people.

    Parameters
    ----------
    kept, removed : Counted
        The wave without the people whose answers are removed, and these people alone.
    shown : tuple of Choice, one for each scale
        What was shown with all, and would be shown again with those who are kept.
    k : int
        Fewest people of a group, and fewest steps from an end of the scale.

    Returns
    -------
    bool
        False if the correction must be refused.

    Notes
    -----
    Whatever a reader combines weighs the people who are removed as one combination of the blocks does, and those who
    are kept as another does. So it is proved where both groups of people are, each as if they were all. Questions must
    not be published anew: they would then be weighed on their own.
    """
    return all(_holds(counted, choice, scale, k=k) for counted in (kept, removed) for scale, choice in enumerate(shown))


def _holds(counted: Counted, choice: Choice, scale: int, *, k: int) -> bool:
    if not counted.counts.people[:, scale].any():
        return True
    if not is_proved(counted.counts, choice, scale=scale, k=k):
        return False
    apart = without_extremes(counted.counts, counted.steps, choice, scale=scale, k=k)
    return is_same(without_near(counted.counts, counted.steps, apart, scale=scale, k=k), choice)
