"""Who belongs where when a wave opens, and what an answer says of it."""

from datetime import date

import pytest

from survey.queries.people import Belonging
from survey.services.waves.roster import place, tenure_band
from tests.survey.services.trees import COMPANY, LINE, NORTH, SALES, SOUTH, tree

BEGUN = date(2026, 1, 5)
LATER = date(2026, 3, 2)
OPENS = date(2026, 4, 6)


def person(number: int, unit: int, since: date = BEGUN) -> Belonging:
    return Belonging(number, unit, since, None, "front_line", has_mail=True, language="en", time_zone="UTC")


def answer_units(people: list[Belonging]) -> dict[int, int]:
    placed = place(people, tree(), on=OPENS, epoch_begun_on=BEGUN, k=5)
    return {one.person: one.answer_unit for one in placed}


SETTLED = [person(number, unit) for number, unit in enumerate([NORTH] * 10 + [SOUTH] * 10 + [LINE] * 10)]


def test_who_was_there_when_the_epoch_began_answers_for_the_team() -> None:
    assert set(answer_units(SETTLED).values()) == {NORTH, SOUTH, LINE}


def test_four_newcomers_of_a_division_answer_for_the_company() -> None:
    newcomers = [person(number, NORTH, LATER) for number in range(100, 104)]

    assert {answer_units(SETTLED + newcomers)[one.person] for one in newcomers} == {COMPANY}


def test_five_newcomers_of_two_teams_share_their_division() -> None:
    newcomers = [person(100 + at, unit, LATER) for at, unit in enumerate([NORTH] * 3 + [SOUTH] * 2)]

    assert {answer_units(SETTLED + newcomers)[one.person] for one in newcomers} == {SALES}


def test_a_company_below_25_people_is_asked_as_one() -> None:
    assert set(answer_units(SETTLED[:24]).values()) == {COMPANY}


@pytest.mark.parametrize(
    ("hired_on", "band"),
    [
        (None, "unknown"),
        (date(2026, 4, 1), "under_1"),
        (date(2025, 4, 1), "1_to_3"),
        (date(2023, 4, 1), "3_to_10"),
        (date(2016, 4, 1), "over_10"),
        (date(2026, 9, 1), "under_1"),
    ],
)
def test_years_here_fall_into_bands(hired_on: date | None, band: str) -> None:
    assert tenure_band(hired_on, OPENS) == band
