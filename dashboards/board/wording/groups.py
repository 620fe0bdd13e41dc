"""Groups in words: leaders and front line, time here."""

from collections.abc import Sequence

from dashboards.board.calendar import Calendar
from dashboards.board.values import Range
from dashboards.figures.axes import Window
from dashboards.figures.bands import Band
from dashboards.wording.numbers import KEPT, level, listed, opened, points, rounded, signed, signed_span, size, span

BANDS = {
    "front_line": "Front line",
    "lead": "People who lead a team",
    "executive": "Executives",
    "under_1": "Under 1 year",
    "1_to_3": "1 to 3 years",
    "3_to_10": "3 to 10 years",
    "over_10": "Over 10 years",
    "unknown": "Time here not known",
}
PERCENT = "90\N{NARROW NO-BREAK SPACE}%"


def band(name: str) -> str:
    """Bands that are shown as one have a plus between them."""
    parts = [BANDS.get(one, one) for one in name.split("+")]
    return listed([parts[0], *(part[:1].lower() + part[1:] for part in parts[1:])])


def axis(window: Window) -> str:
    return f"Axis from {window[0]} to {window[1]}. Band: {PERCENT} interval."


def gap(gaps: Sequence[Range | None], since: int | None, calendar: Calendar) -> str:
    """How far apart they are, how far they were, and whether the gap has changed."""
    known = [(at, one) for at, one in enumerate(gaps) if one]
    if not known:
        return "Never both shown in one wave, so the gap is unknown."
    last, now = known[-1]
    first, then = next(((at, one) for at, one in known if since is None or at >= since), known[0])
    told = _apart(now)
    if first == last:
        return f"{told} One wave has no before."
    when = calendar.spoken(calendar.waves[first].number)
    earlier = f"in {when} it was {signed(then.value)} ({signed_span(then.low, then.high)})"
    return f"{told.removesuffix('.')}; {earlier}. {_grown(then, now)}"


def compared(since: int | None, calendar: Calendar) -> str:
    now = calendar.spoken(calendar.waves[-1].number)
    if since is None:
        return f"{opened(now)}. Bar: {PERCENT} interval."
    return f"Hollow: {calendar.month(since)}. Filled: {now}. Bar: {PERCENT} interval."


def changes(told: Sequence[tuple[str, Range]]) -> str:
    """How each group moved, and whether any can be told apart."""
    if not told:
        return "How they moved is unknown."
    said = listed([f"{_small(name)} {signed(one.value)} ({signed_span(one.low, one.high)})" for name, one in told])
    if len(told) == 1:
        return f"{opened(said)}."
    apart = [name for name, one in told if _stands_out(name, one, told)]
    if apart:
        return f"{opened(said)}. {listed(apart)} moved otherwise than the others."
    missed = max(2 * one.half for _, one in told)
    alike = "No group can be told apart from the others"
    return f"{opened(said)}. {alike}; differences up to {points(missed)} would be missed."


def alt(rows: Sequence[Band]) -> str:
    said = [f"{row.words}: {level(*row.now)}{f', before {level(*row.then)}' if row.then else ''}" for row in rows]
    return f"Levels by time here with their {PERCENT} intervals. {'; '.join(said)}."


def _apart(now: Range) -> str:
    if not now.leaves_out_zero:
        gap = f"{signed(now.value)}{KEPT}({signed_span(now.low, now.high)})"
        return f"Whether those who lead rate it higher is not certain: {gap} points."
    higher = "higher" if now.value > 0 else "lower"
    low, high = sorted((abs(now.low), abs(now.high)))
    return f"Those who lead rate it {points(abs(now.value))} {higher} ({span(low, high)})."


def _grown(then: Range, now: Range) -> str:
    """How the gap changed; the two waves are taken as apart, which makes the range rather too wide."""
    moved, aside = now.value - then.value, (now.half**2 + then.half**2) ** 0.5
    low, high = moved - aside, moved + aside
    grown = "grown" if moved > 0 else "narrowed"
    ends = (low, high) if moved > 0 else (-high, -low)
    if low > 0 or high < 0:
        return f"The gap has {grown}, by {size(abs(moved), *ends)}."
    if rounded(moved).lstrip("−") == "0":
        return f"Whether the gap has changed is not certain: 0{KEPT}points ({signed_span(low, high)})."
    probably = "has probably" if abs(moved) > aside / 2 else "may have"
    return f"The gap {probably} {grown}, by {size(abs(moved), *ends)}; that is not certain."


def _stands_out(name: str, one: Range, told: Sequence[tuple[str, Range]]) -> bool:
    others = [other for who, other in told if who != name]
    return all(one.low > other.high or one.high < other.low for other in others)


def _small(name: str) -> str:
    return name[:1].lower() + name[1:]
