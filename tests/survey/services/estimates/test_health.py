"""How well the instrument works is told of fifty and more, and of nobody in particular."""

import numpy as np
import pytest

from analysis import Answers, Instrument
from survey.queries.answers import Stored
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import PRINCIPLES, Kind
from survey.questionnaires.reading import our_file, parse_questionnaire
from survey.services.estimates.health import Pulse, health_of

OURS = parse_questionnaire(our_file(), name="ours").questionnaire
RATED = [item for item in OURS.items if item.principle in PRINCIPLES and item.kind is Kind.RATED]
SCALES = [PRINCIPLES.index(item.principle) for item in RATED]
INSTRUMENT = Instrument(SCALES, [1] * len(RATED), [5] * len(RATED), [item.is_reversed for item in RATED])


def sheet(person: int, mind: float, rng: np.random.Generator) -> dict[str, int | None]:
    """What somebody says who thinks so well of everything."""
    items = drawn_items(OURS, key=bytes(32), person_id=person, wave_number=1, first_wave_of_epoch=1)
    rated = [item for item in items if item.kind is Kind.RATED]
    values = np.clip(np.rint(mind + rng.normal(0, 0.6, len(rated))), 1, 5).astype(int).tolist()
    return {item.code: 6 - one if item.is_reversed else one for item, one in zip(rated, values, strict=True)}


def pulse(sheets: list[dict[str, int | None]]) -> Pulse:
    places = {item.code: at for at, item in enumerate(RATED)}
    rows = [Stored(bytes([at]), 1, 1, None, None, bytes([at]), said) for at, said in enumerate(sheets)]
    given = [
        (0, at, 0, places[code], value)
        for at, said in enumerate(sheets)
        for code, value in said.items()
        if value is not None and code in places
    ]
    return Pulse(rows, OURS, Answers(*zip(*given, strict=True)), INSTRUMENT, 5)


def people(n: int) -> list[dict[str, int | None]]:
    rng = np.random.default_rng(20260101)
    return [sheet(person, rng.normal(3.2, 0.8), rng) for person in range(n)]


def test_of_sixty_people_it_is_told_how_well_questions_belong_together() -> None:
    found = health_of(pulse(people(60)))

    assert set(found["alpha"]) == set(found["omega"]) == set(PRINCIPLES)
    assert all(0.6 < value < 0.97 and round(value, 2) == value for value in found["alpha"].values())
    assert found["straight"] == 0.0


def test_of_forty_nine_nothing_is_told() -> None:
    assert health_of(pulse(people(49))) == {}


@pytest.mark.parametrize(("n", "told"), [(0, 0.0), (1, None), (4, None), (5, 8.5), (30, 50.0)])
def test_cannot_say_is_told_of_nobody_or_enough(n: int, told: float | None) -> None:
    sheets = people(60)
    for one in sheets[:n]:
        one["L1"] = None

    assert health_of(pulse(sheets))["cannot_say"].get("L1") == told


def test_a_question_that_few_were_asked_is_left_out() -> None:
    found = health_of(pulse(people(60)))
    anchors = {item.code for item in OURS.items if item.pack in ("anchor", "last")}

    assert set(found["cannot_say"]) <= anchors


def test_those_who_tick_one_column_are_counted() -> None:
    found = health_of(pulse([*people(54), *[dict.fromkeys(people(1)[0], 5) for _ in range(6)]]))

    assert found["straight"] in (0.0, 10.0)  # whether a reversed question is among them is chance


def test_where_everybody_says_the_same_reliability_is_left_out() -> None:
    same = [dict.fromkeys(one, 3) for one in people(60)]
    found = health_of(pulse(same))

    assert "alpha" not in found
    assert "omega" not in found
