"""The first quarter in words."""

from collections.abc import Sequence
from math import ceil, sqrt

from dashboards.board.wording.nothing import FEWEST_WAVES
from dashboards.figures.drawing import Table
from dashboards.figures.levels import Level
from dashboards.wording.numbers import KEPT, counted, in_words, level, listed, opened, points


def heading(wave: int, n_waves: int, n_levels: int) -> str:
    """What there is, and what there cannot be yet."""
    what = f"{in_words(n_levels)} {'level' if n_levels == 1 else 'levels'}"
    if n_levels == 0:
        return f"Wave {wave}: nothing can be shown yet."
    if n_waves == 1:
        return f"Wave {wave}: {what}, and no change yet."
    return f"Wave {wave}: {what}, and too few waves to tell a drift from chance."


def holding(company: str, n_waves: int) -> str:
    if n_waves == 1:
        return f"Whether {company} is holding is unknown: one wave has no before."
    return f"Whether {company} is holding is unknown: too few waves, {n_waves} of {FEWEST_WAVES}."


def change(n_waves: int) -> str:
    if n_waves == 1:
        return "unknown until wave 2"
    return f"between {in_words(n_waves)} waves, in the table below; it cannot be told from chance yet"


def drift(n_waves: int) -> str:
    return f"too few waves: {n_waves} of {FEWEST_WAVES}"


def where(shown: int, hidden: int) -> str:
    """How many divisions are shown."""
    if hidden == 0:
        return f"Levels of {'the only division' if shown == 1 else f'all {shown} divisions'} are shown."
    if shown == 0:
        return "Levels of no division are shown."
    return f"Levels of {counted(shown, 'division')} are shown, {hidden} {'is' if hidden == 1 else 'are'} not."


UNKNOWN = "unknown"


def ahead(groups: Sequence[tuple[str, float | None]]) -> Table:
    """What will be told from chance, by group with half the range of its level; None where it will not be shown."""
    return Table(
        ["After", "1 wave", "2 waves", f"{FEWEST_WAVES} waves"],
        [[who, *(["not shown"] * 3 if half is None else _sizes(half))] for who, half in groups],
    )


def _sizes(half: float) -> list[str]:
    """A level, a change, a drift."""
    level_half, least = (max(1, ceil(size)) for size in (half, sqrt(2) * half))
    return [f"± {level_half}", f"over{KEPT}{least}", UNKNOWN]


def apart(half: float | None) -> str:
    """How far two divisions have to lie apart."""
    if half is None:
        return ""
    return (
        f"Differences between divisions smaller than {points(max(1, ceil(sqrt(2) * half)))} cannot be told from none."
    )


def who_is_there(asked: int, results_on: str) -> str:
    """Who will be asked, and when results come."""
    told = f"{counted(asked, 'person', 'people')} will be asked." if asked else ""
    return " ".join(part for part in (told, f"Results come on {results_on}." if results_on else "") if part)


def alt(company: str, rows: Sequence[Level]) -> str:
    said = listed([f"{row.name.lower()} {level(row.mean, row.low, row.high)}" for row in rows])
    return f"Levels of {company} with their 90 % intervals: {opened(said)}."
