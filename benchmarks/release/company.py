"""A made-up company whose wave closes: people, teams, three waves of answers, all in memory."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

import numpy as np
from numpy.typing import NDArray

from survey.models.company.people import LEVELS
from survey.models.company.waves import TENURE_BANDS
from survey.queries.answers import Stored
from survey.queries.people import Node
from survey.queries.waves import Place, WaveFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Item, Kind, Questionnaire
from survey.questionnaires.reading import our_file, parse_questionnaire
from survey.services.linking import derive

KEY = bytes(range(32))
STARTS = date(2026, 1, 5)
TENURE_SHARES = (0.15, 0.25, 0.33, 0.26, 0.01)
LEVEL_SHARES = (0.88, 0.1, 0.02)
RESPONSE, CANNOT_SAY = 0.7, 0.05


@dataclass(frozen=True, slots=True)
class Staff:
    """Who works where; units are numbered from 1, the company itself."""

    tree: dict[int, Node]
    places: list[Place]


def ours() -> Questionnaire:
    return parse_questionnaire(our_file(), name="ours").questionnaire


def hire(people: int, *, team: float, divisions: int, rng: np.random.Generator) -> Staff:
    """Divisions of about equal size, teams of uneven size, some people at the head of each division."""
    n_teams = max(round(people / team), divisions)
    tree = {1: Node(None, "Company")}
    tree |= {2 + at: Node(1, f"Division {at}") for at in range(divisions)}
    tree |= {2 + divisions + at: Node(2 + at % divisions, f"Team {at}") for at in range(n_teams)}
    weight = rng.gamma(8, 1, n_teams)
    unit = 2 + divisions + rng.choice(n_teams, people, p=weight / weight.sum())
    heads = rng.random(people) < 0.02
    unit[heads] = 2 + rng.integers(0, divisions, int(heads.sum()))
    tenure = rng.choice(len(TENURE_BANDS), people, p=TENURE_SHARES)
    level = rng.choice(len(LEVELS), people, p=LEVEL_SHARES)
    places = [
        Place(number, at, at, TENURE_BANDS[years], LEVELS[leads])
        for number, (at, years, leads) in enumerate(zip(unit.tolist(), tenure, level, strict=True), start=1)
    ]
    return Staff(tree, places)


def wave(number: int) -> WaveFacts:
    opens_on = STARTS + timedelta(days=30 * (number - 1))
    opens_at = datetime(2026, 1, 5, 8, tzinfo=UTC) + timedelta(days=30 * (number - 1))
    return WaveFacts(
        id=number,
        programme=1,
        epoch=1,
        number=number,
        state="closing",
        opens_on=opens_on,
        last_day=opens_on + timedelta(days=9),
        opens_at=opens_at,
        closes_at=opens_at + timedelta(days=9),
        is_last_of_epoch=False,
        k=5,
        questionnaire="aloft-1",
        closed_at=None,
    )


def answered(staff: Staff, number: int, questionnaire: Questionnaire, rng: np.random.Generator) -> Iterator[Stored]:
    """The rows of those who answer, as they lie in the store while the wave is open."""
    answers = rng.random(len(staff.places)) < RESPONSE
    for place, does, value in zip(staff.places, answers, _values(len(staff.places), rng), strict=True):
        if does:
            items = drawn_items(
                questionnaire, key=KEY, person_id=place.person, wave_number=number, first_wave_of_epoch=1
            )
            yield Stored(
                derive.response_id(KEY, wave=number, person=place.person),
                number,
                place.answer_unit,
                place.tenure,
                place.level,
                derive.pseudonym(KEY, person=place.person, unit=place.unit),
                {item.code: _answer(item, int(one)) for item, one in zip(items, value, strict=False)},
            )


def _values(n: int, rng: np.random.Generator) -> NDArray[np.int64]:
    """Answers of each person to up to twelve items, 1 to 5; 0 for one that cannot be said."""
    value = rng.choice(5, (n, 12), p=(0.05, 0.15, 0.25, 0.35, 0.2)) + 1
    value[rng.random((n, 12)) < CANNOT_SAY] = 0
    return value


def _answer(item: Item, value: int) -> int | None:
    if item.kind is Kind.HOURS:
        return value
    return value or None
