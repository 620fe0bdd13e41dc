"""One cell of the heat map: level, its bar, the change, and a word where something was found."""

from dataclasses import dataclass, replace
from math import ceil, floor, isfinite

from dashboards.report.lookup import Lookup
from dashboards.report.moves import move
from dashboards.source import Change
from dashboards.wording.changes import cell_word
from dashboards.wording.numbers import counted, decimals_for, give_or_take, rounded, signed

STEP = 5
SMALLEST_RULER = 25


@dataclass(frozen=True, slots=True)
class Cell:
    """What a cell shows; places are percent of the ruler; `instead` says why there is no change."""

    level: str = ""
    left: float = 0
    width: float = 0
    dot: float = -1
    change: str = ""
    half_width: str = ""
    word: str = ""
    tint: str = ""
    instead: str = ""
    is_hidden: bool = False


def ruler(lookup: Lookup, units: list[str]) -> tuple[int, int]:
    """The ends of the line that dots and bars are drawn on, in fives."""
    means = [found.mean for unit in units for scale in lookup.scales if (found := lookup.at(unit, scale, lookup.last))]
    if not means:
        return 0, 100
    low, high = floor((min(means) - 2) / STEP) * STEP, ceil((max(means) + 2) / STEP) * STEP
    while high - low < SMALLEST_RULER:
        low, high = (low - STEP, high) if (high - low) // STEP % 2 else (low, high + STEP)
    low, high = max(0, low), min(100, high)
    return low, high


def cell(lookup: Lookup, unit: str, scale: str, ends: tuple[int, int]) -> Cell:
    now = lookup.at(unit, scale, lookup.last)
    moved = move(lookup, unit, scale)
    if now is None:
        return Cell(instead=moved.instead, is_hidden=moved.instead.startswith("not shown"))
    plain = Cell(rounded(now.mean), *_places(now.mean, now.low, now.high, ends))
    found = latest(lookup, unit, scale)
    if found is not None:
        return _tinted(plain, found, is_alarm=lookup.is_alarm(found))
    plain = replace(plain, word=_below(lookup, unit, scale))
    if moved.instead:
        return replace(plain, instead=moved.instead)
    return replace(plain, change=_signed(moved.points, moved.half_width), half_width=give_or_take(moved.half_width))


def latest(lookup: Lookup, unit: str, scale: str) -> Change | None:
    """The last thing told about a unit and scale; an alarm before an entry of the watch list."""
    changes = lookup.changes.get((unit, scale), [])
    return max(changes, key=lambda change: (lookup.wave.get(change.wave, -1), lookup.is_alarm(change)), default=None)


def tint(change: Change) -> str:
    """The step of the tint: under 5, 5 to 10, over 10 points."""
    step = 1 if change.size < 5 else 2 if change.size <= 10 else 3
    return f"{change.direction}-{step}"


def _tinted(plain: Cell, change: Change, *, is_alarm: bool) -> Cell:
    """The found change since it began, in place of the plain difference of two waves."""
    return replace(
        plain,
        change=_signed(-change.size if change.direction == "down" else change.size, (change.high - change.low) / 2),
        half_width=give_or_take((change.high - change.low) / 2),
        word=cell_word(change, is_alarm=is_alarm),
        tint=tint(change),
    )


def _signed(points: float, half_width: float) -> str:
    return signed(points, decimals_for(0, 2 * half_width))


def _below(lookup: Lookup, unit: str, scale: str) -> str:
    """How many units further down have a found change; not said of the root, which holds them all."""
    if unit == lookup.root:
        return ""
    below = sum((inner, scale) in lookup.changes for inner in lookup.below(unit))
    return counted(below, "unit") if below else ""


def _places(mean: float, low: float, high: float, ends: tuple[int, int]) -> tuple[float, float, float]:
    start, length = ends[0], ends[1] - ends[0]

    def place(value: float) -> float:
        return round(min(100.0, max(0.0, 100 * (value - start) / length)), 1)

    if not (isfinite(low) and isfinite(high)):
        return 0, 0, place(mean)
    return place(low), round(place(high) - place(low), 1), place(mean)
