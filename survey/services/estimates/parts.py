"""Mix or mind: what the change of a unit is made of, told from linked answers of fifty people and more."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, isfinite, sqrt
from typing import TYPE_CHECKING

from survey.queries.releases import Parts
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.series import Series
from survey.services.release.findings import ENOUGH_FOR_A_SIZE, to_half

if TYPE_CHECKING:
    from analysis import Scores, Tree
    from analysis.decomposition import Decomposition

FAR_END = 1.645
"""Standard errors to the ends of an interval of 90 %."""

NAMES = ("within", "joiners", "leavers", "reweighting", "hidden")

Onsets = Mapping[tuple[int, str], int]
"""By unit and principle the number of the first wave of a change that was told."""

Sizes = dict[str, tuple[float, float]]
"""By name a part's size and its standard error, which may be nan."""


@dataclass(frozen=True, slots=True)
class Linked:
    """Scores of the running epoch, whose waves have these `numbers`, in the tree of `units` by seat."""

    scores: "Scores"
    tree: "Tree"
    units: tuple[int, ...]
    numbers: Sequence[int]


@dataclass(frozen=True, slots=True)
class Asked:
    """One split that is looked for; `onset` where a change was told."""

    unit: int
    principle: str
    onset: int | None


def parts_of(series: Series, linked: Linked, *, units: Collection[int], onsets: Onsets, k: int) -> list[Parts]:
    """Of these units and of those with a change that was told."""
    every = [*units, *sorted({unit for unit, _ in onsets} - set(units))]
    wanted = [
        Asked(unit, name, onsets.get((unit, name)))
        for unit in every
        for name in PRINCIPLES
        if unit in units or (unit, name) in onsets
    ]
    found = (_parts(series, linked, one, k=k) for one in wanted if _is_large(series, one, len(series.waves) - 1))
    return [one for one in found if one is not None]


def _parts(series: Series, linked: Linked, asked: Asked, *, k: int) -> Parts | None:
    """Since the wave before the onset; where that lies before the epoch, the rest is hidden."""
    for at in _beginnings(series, linked, asked):
        split = _split(series, linked, asked, at)
        if _may_be_told(series, asked, at, split, k=k):
            began = _before_the_epoch(series, linked, asked)
            sizes = {name: (getattr(split, name).size, getattr(split, name).se) for name in NAMES}
            if began is None:
                return _as_parts(series, asked, at, split.change, sizes)
            rest, error = _moved(series, asked, began, at)
            sizes["hidden"] = (sizes["hidden"][0] + rest, hypot(sizes["hidden"][1], error))
            return _as_parts(series, asked, began, split.change + rest, sizes)
    return None


def _may_be_told(series: Series, asked: Asked, at: int, split: "Decomposition", *, k: int) -> bool:
    """Whether those who came and those who went number 0 or k, and the groups are those that were published."""
    people = series.people[asked.principle][series.seat[asked.unit]]
    is_published = split.n_stayed + split.n_left <= people[at] and split.n_stayed + split.n_joined <= people[-1]
    return bool(is_published) and all(n == 0 or n >= k for n in (split.n_joined, split.n_left))


def _beginnings(series: Series, linked: Linked, asked: Asked) -> Iterator[int]:
    """Waves of the epoch, by place, that a change may be counted from, the best first."""
    in_epoch = [
        at
        for at, wave in enumerate(series.waves[:-1])
        if wave.number in linked.numbers and _is_large(series, asked, at)
    ]
    if asked.onset is None or asked.onset <= linked.numbers[0]:
        yield from in_epoch
    else:
        yield from (at for at in reversed(in_epoch) if _number(series, at) < asked.onset)


def _before_the_epoch(series: Series, linked: Linked, asked: Asked) -> int | None:
    """The last wave before the onset, by place, where the onset came with the epoch or before it."""
    if asked.onset is None or asked.onset > linked.numbers[0]:
        return None
    can = [
        at for at in range(len(series.waves) - 1) if _number(series, at) < asked.onset and _is_large(series, asked, at)
    ]
    return can[-1] if can else None


def _split(series: Series, linked: Linked, asked: Asked, at: int) -> "Decomposition":
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis import Scores  # noqa: PLC0415 -- weight
    from analysis.decomposition import decompose  # noqa: PLC0415 -- weight

    scores, scale = linked.scores, PRINCIPLES.index(asked.principle)
    waves = linked.numbers.index(_number(series, at)), len(linked.numbers) - 1
    rows = np.flatnonzero((scores.scale == scale) & np.isin(scores.wave, waves))
    columns = (getattr(scores, name)[rows] for name in ("wave", "person", "unit", "scale", "value"))
    seat = linked.units.index(asked.unit)
    return decompose(Scores(*columns), linked.tree, unit=seat, scale=scale, waves=waves)


def _moved(series: Series, asked: Asked, since: int, until: int) -> tuple[float, float]:
    """Difference of two published means, and its standard error."""
    seat, name = series.seat[asked.unit], asked.principle
    mean, people, spread = series.mean[name][seat], series.people[name][seat], series.spread(name)
    error = sqrt(sum(float(spread[at]) ** 2 / float(people[at]) for at in (since, until)))
    return float(mean[until] - mean[since]), error


def _as_parts(series: Series, asked: Asked, since: int, change: float, sizes: Sizes) -> Parts:
    parts: dict[str, list[float | None]] = {
        name: [to_half(size + FAR_END * error * side) if isfinite(error) else None for side in (0, -1, 1)]
        for name, (size, error) in sizes.items()
    }
    for name, (size, _) in sizes.items():
        parts[name][0] = to_half(size)
    return Parts(asked.unit, asked.principle, _number(series, since), to_half(change), parts)


def _is_large(series: Series, asked: Asked, at: int) -> bool:
    """Whether the unit was shown in that wave with fifty people or more."""
    seat = series.seat.get(asked.unit)
    return seat is not None and bool(series.people[asked.principle][seat, at] >= ENOUGH_FOR_A_SIZE)


def _number(series: Series, at: int) -> int:
    number = series.waves[at].number
    assert number is not None  # noqa: S101 -- waves of the service have one
    return number
