"""HR's watch list after a close: what may be moving, and is not sure enough for an alert."""

from collections.abc import Iterator
from dataclasses import dataclass

from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.alert_lead import span_of
from survey.mail.writing.alert_subject import one_line
from survey.mail.writing.alerted import Since, Size
from survey.mail.writing.invitation import sent_by
from survey.mail.writing.paper import as_letter
from survey.mail.writing.principles import principle_name
from survey.mail.writing.sheet import Entry, Link, Sheet
from survey.mail.writing.watched_bands import WatchedBand, entry_of
from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class Watched:
    """An entry; `since` when it may have begun, `size` in points, None where too few answered."""

    unit: str
    principle: str
    direction: str
    since: Since
    size: Size | None


@dataclass(frozen=True, slots=True)
class WatchList:
    """What is new on the list of a wave, what stays on it, and what has left it."""

    company: str
    contact: str
    language: str
    wave: int
    new: tuple[Watched, ...]
    kept: tuple[Watched, ...]
    gone: tuple[Watched, ...]
    link: str
    bands: tuple[WatchedBand, ...] = ()


def write_watch_list(listed: WatchList, to: str, *, key: str, domain: str) -> Letter:
    words = Words(listed.language)
    return as_letter(_sheet(words, listed), to, identity=message_id("watch_list", key, domain))


def _sheet(words: Words, listed: WatchList) -> Sheet:
    n = len(listed.new) + len(listed.kept) + len(listed.bands)
    heading = words.count(
        "Watch list after wave %(wave)s: one entry",
        "Watch list after wave %(wave)s: %(number)s entries",
        n,
        wave=listed.wave,
    )
    return Sheet(
        language=words.language,
        company=listed.company,
        subject=heading if n else words.say("Watch list after wave %(wave)s: empty", wave=listed.wave),
        heading="",
        lead=(words.say("What may be moving, and is not sure enough for an alert. HR alone gets this list."),),
        rows=tuple(_rows(words, listed)),
        button=Link(words.say("Open the numbers of this wave"), listed.link),
        below_button=words.say("It is sent after a close, when something stands on the list or has left it."),
        closing=(sent_by(words, listed.company, listed.contact),),
    )


def _rows(words: Words, listed: WatchList) -> Iterator[Entry]:
    for entry in listed.new:
        yield Entry(one_line(entry.unit), f"{words.say('New.')} {_told(words, entry)}")
    for entry in listed.kept:
        yield Entry(one_line(entry.unit), _told(words, entry))
    yield from (entry_of(words, one) for one in listed.bands)
    for entry in listed.gone:
        principle = principle_name(words, entry.principle)
        yield Entry(one_line(entry.unit), words.say("Is on the list no more: %(principle)s.", principle=principle))


def _told(words: Words, entry: Watched) -> str:
    values = {
        "principle": _first_large(principle_name(words, entry.principle)),
        "month": words.month_of_year(entry.since.likeliest),
        "span": span_of(words, entry.since),
        "size": _size(words, entry),
    }
    if entry.since.is_exact:
        return _told_exactly(words, entry, values)
    if entry.direction == "down":
        return words.say("%(principle)s may be falling since about %(month)s%(span)s%(size)s.", **values)
    return words.say("%(principle)s may be rising since about %(month)s%(span)s%(size)s.", **values)


def _told_exactly(words: Words, entry: Watched, values: dict[str, str]) -> str:
    if entry.direction == "down":
        return words.say("%(principle)s may be falling since %(month)s%(size)s.", **values)
    return words.say("%(principle)s may be rising since %(month)s%(size)s.", **values)


def _size(words: Words, entry: Watched) -> str:
    if entry.size is None:
        return ""
    sign = -1 if entry.direction == "down" else 1
    ends = sorted(sign * end for end in (entry.size.low, entry.size.high))
    span = words.span(*(words.signed(end) for end in ends))
    points = words.signed(sign * entry.size.points)
    return f": {words.say('%(points)s points (%(span)s)', points=points, span=span)}"


def _first_large(name: str) -> str:
    return name[:1].upper() + name[1:]
