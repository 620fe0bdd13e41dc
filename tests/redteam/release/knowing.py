"""What a reader knows who has every release, and knows of every answer whose it is, but not what it says.

Levels, changes and how bands of service have moved are functions of the published means and numbers of people, and add
nothing to them (`beside.read_the_estimates` computes them anew from these alone). Mix or mind and the health of the
instrument come from linked answers of fifty people and more: `tests/redteam/test_linked_numbers.py`.
"""

from collections import defaultdict
from dataclasses import dataclass, field

import numpy as np

from survey.queries import releases
from survey.queries.people import path_upwards
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES, Kind, Pack
from tests.redteam.disclosure.published import Published
from tests.redteam.release.life import QUESTIONNAIRE, Life, Wave

Answer = tuple[int, int, str]
"""Wave, person, item."""
ITEMS = {item.code: item for item in QUESTIONNAIRE.items if item.kind is not Kind.COMMENT}
ROTATING = {code for code, item in ITEMS.items() if item.pack in (Pack.A, Pack.B, Pack.C)}
WINDOW = 3
"""Waves in which nobody is asked a rotating item twice: their numbers are published together."""


@dataclass
class Known:
    """Numbers that have answers in common: which answers each sums, and what the sum was published to be."""

    answers: dict[Answer, int] = field(default_factory=dict)
    groups: list[frozenset[Answer]] = field(default_factory=list)
    sums: list[float] = field(default_factory=list)

    def of_wave(self, wave: int) -> "Known":
        """The numbers of one wave alone."""
        mine = [at for at, group in enumerate(self.groups) if all(answer[0] == wave for answer in group)]
        answers = {answer: value for answer, value in self.answers.items() if answer[0] == wave}
        return Known(answers, [self.groups[at] for at in mine], [self.sums[at] for at in mine])

    def published(self) -> Published:
        columns = {answer: at for at, answer in enumerate(self.answers)}
        rows = np.zeros((len(self.groups), len(columns)), np.int8)
        for row, group in zip(rows, self.groups, strict=True):
            row[[columns[answer] for answer in group]] = 1
        person = np.array([one[1] for one in columns], np.int64)
        return Published(rows, person, np.array(list(self.answers.values()), np.int64))


def everything(life: Life) -> dict[tuple[str, int], Known]:
    """By principle, or item that belongs to none, and by the waves whose numbers hang together."""
    found: dict[tuple[str, int], Known] = defaultdict(Known)
    for wave in life.waves:
        for answer, value in said_in(wave).items():
            found[_where(answer)].answers[answer] = value
    for wave in life.waves:
        for row in shown(life, wave):
            group = answers_of(life, wave, row)
            known = found[_where(next(iter(group)))]
            known.groups.append(group)
            known.sums.append(_sum_of(row))
    return dict(found)


def shown(life: Life, wave: Wave) -> list[Row]:
    """The numbers of a wave's release; bounds tell nothing about a sum that the proof does not allow for."""
    with life.running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.facts.id)
        assert facts
        return [row for row in releases.rows(session, facts.number) if row.points is not None]


def answers_of(life: Life, wave: Wave, row: Row) -> frozenset[Answer]:
    """The answers that a published number sums, as anybody finds who knows the rules and who answered."""
    at = life.waves.index(wave)
    if row.measure in ROTATING:
        waves = life.waves[at - at % WINDOW : at + 1]
    else:
        waves = [life.waves[at - 1] if row.band in ("stayed_then", "left_then") else wave]
    return frozenset(
        (one.facts.number, person, code)
        for one in waves
        for person, sheet in one.said.items()
        if _is_in(life, one, person, row)
        for code, value in sheet.items()
        if value is not None and row.measure in (code, ITEMS[code].principle)
    )


def _is_in(life: Life, wave: Wave, person: int, row: Row) -> bool:
    place = wave.places[person]
    if row.unit_id not in path_upwards(wave.tree, place.answer_unit):
        return False
    if row.factor == "matched":
        return row.band == _matched(life, wave, person, then=row.band.endswith("_then"))
    bands = {"": "", "tenure": place.tenure, "level": place.level}
    return not row.factor or bands[row.factor] in row.band.split("+")


def _matched(life: Life, wave: Wave, person: int, *, then: bool) -> str:
    """Whether the same person answered from the same unit in the wave beside."""
    beside = life.waves[life.waves.index(wave) + (1 if then else -1)]
    is_there = person in beside.said and beside.places[person].unit == wave.places[person].unit
    return ("stayed_then" if is_there else "left_then") if then else ("stayed" if is_there else "joined")


def said_in(wave: Wave, principle: str | None = None) -> dict[Answer, int]:
    """What was answered in a wave, perhaps to one principle, the way the principle wants it."""
    return {
        (wave.facts.number, person, code): 6 - value if ITEMS[code].is_reversed else value
        for person, sheet in wave.said.items()
        for code, value in sheet.items()
        if value is not None and principle in (None, ITEMS[code].principle)
    }


def _where(answer: Answer) -> tuple[str, int]:
    wave, _, code = answer
    principle = ITEMS[code].principle
    return (principle, (wave - 1) // WINDOW) if principle in PRINCIPLES else (code, wave)


def _sum_of(row: Row) -> float:
    """The sum of answers from 1 to 5 behind a published number; of hours and counts that of the entries."""
    assert row.points is not None
    assert row.answers
    is_rated = row.measure in PRINCIPLES or ITEMS[row.measure].kind is Kind.RATED
    return row.answers * (1 + row.points / 25 if is_rated else row.points)
