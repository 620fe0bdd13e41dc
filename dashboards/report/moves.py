"""How far a unit's level moved over the waves a page looks back: plain difference of two published means."""

from dataclasses import dataclass
from math import hypot, isfinite, nan

from dashboards.report.lookup import Lookup
from dashboards.source import Estimate
from dashboards.wording.numbers import answered, decimals_for, signed, signed_span
from dashboards.wording.waves import spoken

WAVES_BACK = 12
FEWEST_ANSWERS = 10
NINETY_PERCENT = 1.6448536269514722


@dataclass(frozen=True, slots=True)
class Move:
    """Points from `since` to the last wave with half the width of the 90 % interval, or why it is not said."""

    points: float = nan
    half_width: float = nan
    since: int = 0
    instead: str = ""


def first_wave(lookup: Lookup) -> int:
    """The wave the last one is compared with."""
    return max(0, lookup.last - WAVES_BACK)


def move(lookup: Lookup, unit: str, scale: str) -> Move:
    """The difference, with both standard errors as if different people had answered, which errs on the wide side."""
    now = lookup.at(unit, scale, lookup.last)
    if now is None:
        return Move(instead="not shown in the file" if lookup.is_hidden(unit, scale, lookup.last) else "no answers")
    before = _before(lookup, unit, scale)
    if before is None:
        return Move(instead="unknown")
    since, then = before
    if any(0 < estimate.n < FEWEST_ANSWERS for estimate in (now, then)):
        return Move(instead="not judged")
    return Move(now.mean - then.mean, NINETY_PERCENT * hypot(now.se, then.se), since)


def _before(lookup: Lookup, unit: str, scale: str) -> tuple[int, Estimate] | None:
    for wave in range(first_wave(lookup), lookup.last):
        found = lookup.at(unit, scale, wave)
        if found is not None:
            return wave, found
    return None


def in_words(lookup: Lookup, unit: str, scale: str) -> str:
    """The move as a sentence, "Change since 2021: 0 (−2 to +2)."; empty where there is none."""
    found = move(lookup, unit, scale)
    if found.instead:
        return ""
    since = f"Change since {spoken(lookup.report.waves[found.since])}"
    if not isfinite(found.half_width):
        return f"{since}: {signed(found.points)}, range unknown."
    low, high = found.points - found.half_width, found.points + found.half_width
    decimals = decimals_for(low, high)
    return f"{since}: {signed(found.points, decimals)} ({signed_span(low, high, decimals)})."


def answers(lookup: Lookup, unit: str, wave: int) -> str:
    """How many answered: the most of all scales."""
    counts = [found.n for scale in lookup.scales if (found := lookup.estimates.get((unit, scale), {}).get(wave))]
    return answered(max(counts, default=0))
