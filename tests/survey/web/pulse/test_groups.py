"""The groups that the page names are those in which the answer will count, and no smaller ones."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from survey.config import Settings
from survey.db import Stores
from survey.models.company.people import Person
from tests.survey.factories import add_person
from tests.survey.web.pulse.answering import Answering, answering_in
from tests.survey.web.pulse.reading import Seen


def groups(answering: Answering, person: int) -> str:
    text = Seen(answering.client.get(f"{answering.page(person)}?lang=en").text).text
    return text.partition("are erased from your answers.")[2].partition(" A group with fewer than")[0]


def test_unit_division_and_company_are_named_with_how_many_are_asked(answering: Answering) -> None:
    assert groups(answering, 1).split("asked")[1:] == [
        *(" Meridian 40 ", " Division 1 20 ", " Team 1.1 10 "),
        *(" Front line, Meridian 30 ", " Front line, Division 1 15 "),
        *(" 3 to 10 years here, Meridian 40 ", " 3 to 10 years here, Division 1 20 ", ""),
    ]


def test_below_twenty_five_people_the_company_alone_is_named(settings: Settings, stores: Stores) -> None:
    small = answering_in(settings, stores, people_per_team=5)

    assert "Meridian 20 asked" in groups(small, 1)
    assert "Division" not in groups(small, 1)
    assert "Shown with Meridian where 10 or more answered" in small.client.get(f"{small.page(1)}?lang=en").text


def next_wave(answering: Answering) -> None:
    answering.running.close(answering.wave)
    answering.wave = answering.running.open_next()
    answering.tokens = answering.running.tokens(answering.wave)


def test_a_newcomer_is_told_the_company_alone_as_the_answer_will_say(answering: Answering) -> None:
    with answering.stores.company.write() as session:
        newcomer = add_person(session, unit=3, since=answering.wave.opens_on + timedelta(days=3))
    next_wave(answering)

    assert groups(answering, newcomer).startswith(" Group People asked Meridian 41 asked Front line, Meridian")
    assert "Division" not in groups(answering, newcomer)


def test_where_nobody_knows_since_when_somebody_is_here_it_says_so(answering: Answering) -> None:
    with answering.stores.company.write() as session:
        session.execute(update(Person).where(Person.id == 1).values(hired_on=None))
    next_wave(answering)

    assert "Time here not known, Division 1 1 asked" in groups(answering, 1)


@pytest.mark.parametrize(("people_per_team", "has_divisions"), [(5, False), (10, True)])
def test_the_method_of_a_small_company_names_no_group_but_the_company(
    settings: Settings, stores: Stores, people_per_team: int, *, has_divisions: bool
) -> None:
    answering = answering_in(settings, stores, divisions=2, teams=2, people_per_team=people_per_team)
    shown = answering.client.get("/method?lang=en").text

    assert ("every division and every unit below" in shown) is has_divisions
    assert "the three principles" in shown
