"""What is said of response, as sentences."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from dashboards.board.values import Wave
from dashboards.wording.numbers import KEPT, count, counted, rounded, share

if TYPE_CHECKING:
    from analysis.participation import Response

FEWEST_WAVES = 6
LOWER = 10
PRINCIPLES = ("learning", "customer truth", "equal say")
HOW_SURE = (
    "Where nothing changes, a fall is said wrongly of at most one company in ten within 60 waves; where response "
    "swings in long waves, of up to one in three. It is a note for this page and raises no alert."
)


def short(wave: Wave) -> str:
    """On an axis, "Feb 2026"."""
    return f"{wave.opened_on:%b %Y}"


def month(wave: Wave) -> str:
    return f"{wave.opened_on:%B}{KEPT}{wave.opened_on:%Y}"


def numbered(wave: Wave) -> str:
    """In a table, "18, Nov 2026"."""
    return f"{wave.number}, {short(wave)}"


def heading(known: Sequence[Wave], found: "Response | None") -> str:
    if not known:
        return "How many answered is unknown: no wave has a count of those asked."
    last = known[-1]
    now = share((last.answered or 0) / (last.asked or 1))
    if found is None:
        waves = f"{len(known)} of {FEWEST_WAVES} waves"
        return f"{now} answered wave{KEPT}{last.number}. Whether response is falling is unknown: {waves}."
    if found.since is None or found.before is None:
        return f"{now} of those asked answered wave{KEPT}{last.number}. No lasting fall was found."
    began = known[found.since]
    return f"Response has been falling since about {month(began)}: {now} answer now, {share(found.before)} did before."


def lead(wave: Wave) -> str:
    if wave.asked is None or wave.answered is None:
        return "How many were asked is not kept of this wave."
    told = f"{count(wave.answered)} of {count(wave.asked)} people answered wave{KEPT}{wave.number}, {month(wave)}."
    return f"{told} Who they are is on no page and in no file; answering is voluntary, and silence has no consequence."


def facts(known: Sequence[Wave], found: "Response | None") -> tuple[tuple[str, str], ...]:
    if found is None:
        return (("Is it falling?", f"too few waves: {len(known)} of {FEWEST_WAVES}"),)
    if found.since is None:
        falling = "No lasting fall was found. Single low waves are no fall."
    else:
        began = known[found.since]
        falling = f"Yes, since about wave{KEPT}{began.number}, {month(began)}. Why is not known."
    unseen = (
        f"A lasting fall of less than {_points(100 * found.unseen)} of those asked. Of one as large as that, "
        "four in five are found within six waves."
    )
    return (("Is it falling?", falling), ("How sure", HOW_SURE), ("Could go unseen", unseen))


def silent(wave: Wave, levels: Sequence[float | None]) -> tuple[str, ...]:
    """What those who did not answer could change, by principle."""
    if wave.asked is None or wave.answered is None:
        return ("How many did not answer is unknown.",)
    others = wave.asked - wave.answered
    if others <= 0:
        return ("Everybody who was asked has answered.",)
    unknown = f"How {_the_other(others)} would have answered is unknown."
    part = others / wave.asked
    had = [
        f"{name} would read {rounded(level - LOWER * part)} and not {rounded(level)}"
        for name, level in zip(PRINCIPLES, levels, strict=True)
        if level is not None
    ]
    if not had:
        return (unknown,)
    said = f"Had all scored {LOWER} points lower, {'; '.join(had)}."
    return (unknown, said)


def alt(waves: Sequence[Wave], shares: Sequence[float | None]) -> str:
    known = [(wave, part) for wave, part in zip(waves, shares, strict=True) if part is not None]
    (first, then), (last, now) = known[0], known[-1]
    lowest, least = min(known, key=lambda one: one[1])
    return (
        f"Share of those asked who answered: {share(then)} in {month(first)}, {share(now)} in {month(last)}, "
        f"lowest in {month(lowest)} with {share(least)}."
    )


def _the_other(others: int) -> str:
    return "the one other person" if others == 1 else f"the other {count(others)}"


def _points(value: float) -> str:
    return counted(max(1, round(value)), "percentage point")
