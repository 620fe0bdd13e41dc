"""The first quarter in words."""

from collections.abc import Sequence
from math import ceil

from dashboards.board.wording.nothing import FEWEST_WAVES
from dashboards.figures.levels import Level
from dashboards.wording.numbers import counted, in_words, level, listed, opened, points


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


def ahead(sizes: Sequence[tuple[str, float]]) -> list[tuple[str, str]]:
    """What will be found, and when; `sizes` are the smallest changes of two waves that are more than chance."""
    told = listed([f"{points(max(1, ceil(size)))} in {who}" for who, size in sizes])
    changes = f"changes of more than {told}; smaller ones may be chance" if told else "changes, each with its range"
    return [
        ("After 1 wave", "levels, each with a range; no change, for want of a before"),
        ("After 2 waves", changes),
        (f"After {FEWEST_WAVES} waves", "drifts, the large ones first; with every wave smaller falls are found"),
    ]


def alt(company: str, rows: Sequence[Level]) -> str:
    said = listed([f"{row.name.lower()} {level(row.mean, row.low, row.high)}" for row in rows])
    return f"Levels of {company} with their 90 % intervals: {opened(said)}."
