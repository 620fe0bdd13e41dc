"""What came back from the page, read strictly: a fault is told, nothing is guessed, nothing entered is lost."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from survey.questionnaires.questionnaire import Item, Kind
from survey.services.answering.pulse import Sent

CANNOT_SAY = "none"
CHOICES = {Kind.RATED: ("1", "2", "3", "4", "5"), Kind.COUNT: ("0", "1", "2", "3", "4")}
MOST_HOURS = 160
LONGEST_COMMENT = 1000


@dataclass(frozen=True, slots=True)
class Question:
    """An item with the number under which it is asked; the comment has none."""

    number: int
    item: Item


@dataclass(frozen=True, slots=True)
class Fault:
    """An entry that cannot be used; `number` is 0 for the comment and for the form as a whole."""

    kind: Literal["choice", "hours", "comment", "nothing", "not_saved"]
    code: str = ""
    number: int = 0
    got: str = ""


@dataclass(frozen=True, slots=True)
class Form:
    sent: Sent
    faults: tuple[Fault, ...]


def numbered(items: tuple[Item, ...]) -> tuple[Question, ...]:
    asked = [item for item in items if item.kind is not Kind.COMMENT]
    return tuple(Question(number, item) for number, item in enumerate(asked, 1))


def comment_of(items: tuple[Item, ...]) -> Item | None:
    return next((item for item in items if item.kind is Kind.COMMENT), None)


def read_form(items: tuple[Item, ...], entered: Mapping[str, str]) -> Form:
    """Read the fields of these items, each named by its code, and no other."""
    answers: dict[str, int | None] = {}
    faults = []
    for question in numbered(items):
        text = entered.get(question.item.code, "").strip()
        if is_usable(question.item.kind, text):
            answers |= answer(question.item, text)
        else:
            faults.append(fault(question, text))
    comment = read_comment(items, entered)
    faults += faults_of_comment(items, comment)
    if not (answers or comment or faults):
        # Sent by a slip of the thumb, an empty page would replace what somebody has answered by nothing.
        faults.append(Fault("nothing"))
    return Form(Sent(answers, comment), tuple(faults))


def is_usable(kind: Kind, text: str) -> bool:
    if not text:
        return True
    if kind is Kind.HOURS:
        return re.fullmatch(r"\d{1,3}", text) is not None and int(text) <= MOST_HOURS
    return text == CANNOT_SAY or text in CHOICES[kind]


def answer(item: Item, text: str) -> dict[str, int | None]:
    """Nothing for a question that was left out, which is not the same as "cannot say"."""
    if not text:
        return {}
    return {item.code: None if text == CANNOT_SAY else int(text)}


def fault(question: Question, text: str) -> Fault:
    kind: Literal["choice", "hours"] = "hours" if question.item.kind is Kind.HOURS else "choice"
    return Fault(kind, question.item.code, question.number, text[:20])


def read_comment(items: tuple[Item, ...], entered: Mapping[str, str]) -> str:
    """The comment with the line ends it was written with (a browser sends two characters for one), and storable."""
    item = comment_of(items)
    text = entered.get(item.code, "") if item else ""
    return text.replace("\r\n", "\n").replace("\0", "").strip()


def faults_of_comment(items: tuple[Item, ...], comment: str) -> Iterator[Fault]:
    item = comment_of(items)
    if item and len(comment) > LONGEST_COMMENT:
        yield Fault("comment", item.code, got=str(len(comment)))
