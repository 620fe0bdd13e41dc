"""Bands of service and the gap of leaders on HR's watch list: how each may have moved, and that it is not certain."""

from dataclasses import dataclass
from datetime import date

from survey.mail.writing.alerted import Size
from survey.mail.writing.principles import principle_name
from survey.mail.writing.sheet import Entry
from survey.mail.writing.words import Words

GAP = "gap"


@dataclass(frozen=True, slots=True)
class WatchedBand:
    """Of the company; `band` is `GAP` or one of service. `has_grown` is None where that cannot be said."""

    band: str
    principle: str
    direction: str
    onset: date
    size: Size | None
    has_grown: bool | None = None


def entry_of(words: Words, one: WatchedBand) -> Entry:
    principle = principle_name(words, one.principle)
    values = {"principle": principle[:1].upper() + principle[1:], "month": words.month_of_year(one.onset)}
    values["size"] = _size(words, one.size)
    return Entry(
        _label(words, one.band), _of_gap(words, one, values) if one.band == GAP else _of_band(words, one, values)
    )


def _label(words: Words, band: str) -> str:
    return {
        GAP: words.say("Leads and the front line"),
        "under_1": words.say("Under 1 year here"),
        "1_to_3": words.say("1 to 3 years here"),
        "3_to_10": words.say("3 to 10 years here"),
        "over_10": words.say("Over 10 years here"),
    }[band]


def _size(words: Words, size: Size | None) -> str:
    """As in ", by 8 points (−4 to 20)"; empty in small bands."""
    if size is None:
        return ""
    low, high = (words.signed(end).removeprefix("+") for end in (size.low, size.high))
    return words.count(
        ", by %(number)s point (%(span)s)",
        ", by %(number)s points (%(span)s)",
        int(words.whole(size.points)),
        span=words.span(low, high),
    )


def _of_gap(words: Words, one: WatchedBand, values: dict[str, str]) -> str:
    if one.has_grown is None:
        return words.say(
            "%(principle)s: the gap has probably changed since about %(month)s; that is not certain.", **values
        )
    if one.has_grown:
        return words.say(
            "%(principle)s: the gap has probably grown since about %(month)s%(size)s; that is not certain.", **values
        )
    return words.say(
        "%(principle)s: the gap has probably narrowed since about %(month)s%(size)s; that is not certain.", **values
    )


def _of_band(words: Words, one: WatchedBand, values: dict[str, str]) -> str:
    if one.direction == "down":
        return words.say(
            "%(principle)s has probably fallen since about %(month)s%(size)s; that is not certain.", **values
        )
    return words.say("%(principle)s has probably risen since about %(month)s%(size)s; that is not certain.", **values)
