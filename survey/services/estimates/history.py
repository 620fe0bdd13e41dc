"""Levels in each wave of an imported history, as far as it says how many people answered."""

from collections.abc import Iterator, Mapping, Sequence

from survey.queries.people import Node
from survey.services.estimates.levels import About, levels_of, motions
from survey.services.estimates.making import Estimated, as_health
from survey.services.estimates.series import WaveMeans, series_of

NOTHING_BESIDE = About({}, {})
"""A history does not say how many were asked, and the engine has not told what it could not have seen in it."""


def history_estimates(waves: Sequence[WaveMeans], tree: Mapping[int, Node], *, k: int) -> Iterator[Estimated]:
    """Each from its own wave and those before; waves have no number, so that no change begins with one."""
    series = series_of(waves, k=k)
    high = {unit for unit, node in tree.items() if node.parent is None or tree[node.parent].parent is None}
    for n_waves in range(1, len(waves) + 1):
        then = series.until(n_waves)
        motion = motions(then, high)
        yield Estimated(levels=levels_of(then, motion, NOTHING_BESIDE), health=as_health(motion))
