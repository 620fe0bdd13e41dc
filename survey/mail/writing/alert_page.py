"""What the page of an alert says beside the words of its mail: its state, and the one note."""

from dataclasses import dataclass
from datetime import date

from survey.mail.writing.words import Words


@dataclass(frozen=True, slots=True)
class Seen:
    """Who acknowledged an alert, when, and what they noted."""

    on: date
    by: str
    note: str


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of an alert."""

    seen: Seen | None
    recovered_in: int | None
    repeated_on: date | None
    is_fall: bool


@dataclass(frozen=True, slots=True)
class PageWords:
    """Labels and sentences of the page."""

    state: tuple[str, ...]
    note_label: str
    note_hint: str
    acknowledge: str
    noted: str
    numbers: str
    brief: str
    earlier: str


def page_words(language: str, standing: Standing, *, longest: int) -> PageWords:
    words = Words(language)
    return PageWords(
        state=_state(words, standing),
        note_label=words.say("Note"),
        note_hint=words.say(
            "What will be done, by whom, until when; %(longest)s characters at most. HR and CEO read it. It is kept "
            "once and does not change.",
            longest=longest,
        ),
        acknowledge=words.say("Acknowledge"),
        noted=words.say("Noted"),
        numbers=words.say("The numbers of this unit"),
        brief=words.say("The one-page brief"),
        earlier=words.say("The alert it belongs to"),
    )


def said_of_acknowledging(language: str) -> str:
    return Words(language).say("The alert is acknowledged. There is no second mail about it.")


def _state(words: Words, standing: Standing) -> tuple[str, ...]:
    found = []
    if standing.seen is not None:
        day = words.day_of_year(standing.seen.on)
        found.append(words.say("Acknowledged on %(day)s by %(who)s.", day=day, who=standing.seen.by))
    elif standing.is_fall:
        found.append(words.say("Nobody has acknowledged this alert."))
        if standing.repeated_on is not None:
            day = words.day_of_year(standing.repeated_on)
            found.append(words.say("It was sent a second time on %(day)s, to HR as well.", day=day))
    if standing.recovered_in is not None:
        found.append(words.say("Its end was told after wave %(wave)s.", wave=standing.recovered_in))
    return tuple(found)
