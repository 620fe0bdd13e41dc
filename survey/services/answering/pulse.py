"""What an open link leads to: everything the page says."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from survey.questionnaires.questionnaire import Item, Words

Binding = Literal["unit", "level", "tenure"]


@dataclass(frozen=True, slots=True)
class Group:
    """A group in which the answer may appear, and how many are asked in it.

    `kind` says what binds it within the unit: nothing more ("unit"), a level ("front_line", "lead", "executive") or a
    tenure band ("under_1", "1_to_3", "3_to_10", "over_10", in years; "unknown"), which stands in `part`.
    """

    unit: str
    kind: Binding
    part: str
    asked: int


@dataclass(frozen=True, slots=True)
class Reply:
    """What was said about the last wave, in the words of the company."""

    heard: str
    done: str
    not_done: str


@dataclass(frozen=True, slots=True)
class Pulse:
    """One person's open pulse."""

    wave_id: int
    person_id: int
    number: int
    company: str
    language: str
    month: date
    last_day: date
    results_on: date
    next_on: date | None
    k: int
    epoch_months: int
    items: tuple[Item, ...]
    words: Words
    groups: tuple[Group, ...]
    division: str
    reply: Reply | None
    is_answered: bool
    shown_on: date | None = None


@dataclass(frozen=True, slots=True)
class Sent:
    """What a person sent: `answers` by item code, None for "cannot say"; `hours` and counts are among them."""

    answers: dict[str, int | None]
    comment: str
