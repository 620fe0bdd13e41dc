"""Who answered, and what the silence could change."""

from collections.abc import Sequence

from dashboards.board.calendar import Calendar
from dashboards.board.values import Wave
from dashboards.wording.numbers import count, rounded, share

ASIDE = 10
"""Points by which those who did not answer are taken to differ."""


def answered(wave: Wave) -> str:
    """How many of those asked: "431 of 612 people answered (70 %)."."""
    if wave.answered is None:
        return "How many people answered is unknown."
    if not wave.asked:
        return f"{_people(wave.answered)} answered."
    return f"{count(wave.answered)} of {_people(wave.asked)} answered ({share(wave.answered / wave.asked)})."


def silent(asked: int | None, answered: int | None, level: float | None) -> str:
    """What is not known of those who did not answer."""
    if not asked or answered is None:
        return "How many did not answer is unknown."
    left = asked - answered
    if left <= 0:
        return "Everybody answered."
    who = (
        "How the one other person would have answered"
        if left == 1
        else f"How the other {count(left)} would have answered"
    )
    if level is None:
        return f"{who} is unknown."
    lower = level - ASIDE * left / asked
    had = f"Had {'that one' if left == 1 else 'all of them'} scored {ASIDE} points lower, learning would read"
    if rounded(lower) == rounded(level):
        return f"{who} is unknown. {had} {rounded(level)} all the same."
    return f"{who} is unknown. {had} {rounded(lower)} and not {rounded(level)}."


def of_unit(name: str, when: str, silence: tuple[int, int], level: float, *, what: str) -> str:
    """The same of a unit: `silence` are those asked, and those who did not answer."""
    asked, left = silence
    if left <= 0:
        return f"Everybody in {name} answered in {when}."
    aside = ASIDE * left / asked
    who = "1 person" if left == 1 else f"{count(left)} people"
    return (
        f"{who} in {name} did not answer in {when}. Had they scored {ASIDE} points lower, {what} would read "
        f"{rounded(level - aside)}; had they scored {ASIDE} higher, {rounded(level + aside)}."
    )


def alt(shares: Sequence[float | None], calendar: Calendar) -> str:
    """The line in one sentence."""
    known = [(wave.number, one) for wave, one in zip(calendar.waves, shares, strict=True) if one is not None]
    first, last = known[0], known[-1]
    least = min(known, key=lambda one: one[1])
    return (
        f"Share of those asked who answered, wave by wave: {share(first[1])} in {calendar.spoken(first[0])}, "
        f"{share(last[1])} in {calendar.spoken(last[0])}; lowest in {calendar.spoken(least[0])}, {share(least[1])}."
    )


def _people(number: int) -> str:
    return "1 person" if number == 1 else f"{count(number)} people"
