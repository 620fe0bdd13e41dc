"""Answers fall for good near the limits and below them, and people write comments: neither tells of few people."""

from collections.abc import Iterator

import numpy as np
import pytest

from survey.queries import alerts
from tests.redteam.release.alarms import ask_the_alarms, ask_unprotected
from tests.redteam.release.comments import PAGES, tie_to_people, tie_unprotected
from tests.redteam.release.house import house
from tests.redteam.release.life import Life, Story, live
from tests.redteam.release.reading import mails, read

SEED = 8
"""Of a company where an alarm is raised, and where the engine alone would tell of a unit below the limit."""


@pytest.fixture(scope="module")
def life() -> Iterator[Life]:
    with house() as stores:
        yield live(stores, np.random.default_rng(SEED), Story(60, 2, is_eventful=True))


def test_alarms_are_raised_sent_and_read(life: Life) -> None:
    with life.running.stores.company.read() as session:
        raised = alerts.of_programme(session, life.waves[0].facts.programme)

    assert {one.unit_id for one in raised} & life.falling
    assert len(mails(life)) > len(raised)
    assert {body.reader for body in read(life, ["alerts.page"]).bodies} == {"hr", "ceo"}


def test_no_alarm_is_about_few_people(life: Life) -> None:
    found = ask_the_alarms(life)

    assert found.n_found == 0
    assert found.n_tried > 40


def test_without_limits_alarms_are_about_few_people(life: Life) -> None:
    assert ask_unprotected(life).n_found > 0


def test_comments_are_published_and_read(life: Life) -> None:
    seen = read(life, PAGES)

    assert {body.endpoint for body in seen.bodies} == {*PAGES}
    assert len(seen.of("ceo").at("dashboards.comments_csv").lines) > 20


def test_no_comment_can_be_tied_to_few_people(life: Life) -> None:
    found = tie_to_people(life)

    assert found.n_found == 0
    assert found.n_tried > 100


def test_under_the_name_of_a_team_and_as_they_came_comments_can_be_tied_to_few(life: Life) -> None:
    assert tie_unprotected(life).n_found > 0
