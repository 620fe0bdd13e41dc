"""Bands of the company that may have moved, in words that keep them apart from alerts."""

from dashboards.board.values import BandMove
from dashboards.board.wording.groups import BANDS
from dashboards.wording.numbers import size

GAP = "leads and the front line"
UNSURE = "that is not certain."


def band_name(one: BandMove) -> str:
    """As in "under 1 year here"."""
    return GAP if one.factor == "level" else f"{BANDS[one.band].lower()} here"


def band_words(one: BandMove) -> str:
    """As in "The gap has probably grown, by 8 points (−4 to 20); that is not certain."."""
    by = f", by {size(one.size.value, one.size.low, one.size.high)}" if one.size else ""
    if one.factor == "level":
        verb = {None: "changed", True: "grown", False: "narrowed"}[one.has_grown]
        return f"The gap has probably {verb}{by}; {UNSURE}"
    return f"It has probably {'fallen' if one.direction == 'down' else 'risen'}{by}; {UNSURE}"
