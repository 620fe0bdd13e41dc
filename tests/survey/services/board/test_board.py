"""The board: which waves, which tree, what was found, and the reply that is owed."""

from datetime import date

import pytest
from sqlalchemy import update

from dashboards.board.source import Board
from dashboards.board.values import Found, Range, ReplyOwed
from survey.models.company.programme import Programme
from survey.queries import alerts, people, releases, replies
from survey.queries.people import Node
from survey.queries.releases import Body, Parts, Row
from survey.queries.replies import ReplyFacts
from survey.services.alerting import Heard, tell
from survey.services.board import opening
from survey.services.release.reader import Reader
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, NOW, SALES
from tests.survey.releases import alarm
from tests.survey.services.board.stage import ANYBODY, CEO, HR, OF_NORTH, TREE, Stage, reading, rows_of


def board(stage: Stage, reader: Reader = HR, wave: int | None = None) -> Board:
    with stage.stores.company.read() as session:
        found = reading(session, reader).board(wave)
    assert found
    return found


def reply(stage: Stage, reader: Reader = HR, wave: int | None = None) -> ReplyOwed:
    with stage.stores.company.read() as session:
        source = reading(session, reader)
        found = source.board(wave)
        assert found
        return source.reply(found)


def found(stage: Stage, reader: Reader = HR) -> list[tuple[str, int, int]]:
    return [(one.list, one.unit, one.told_in) for one in board(stage, reader).found]


def only(stage: Stage) -> Found:
    (one,) = board(stage).found
    return one


def test_there_is_none_before_the_first_release(stage: Stage) -> None:
    with stage.stores.company.read() as session:
        assert reading(session).board(None) is None


def test_an_unknown_wave_is_no_page(stage: Stage) -> None:
    stage.publish_all([60])
    with stage.stores.company.read() as session, pytest.raises(LookupError):
        reading(session).board(2)


def test_it_ends_with_the_wave_that_is_shown_and_knows_the_newest(stage: Stage) -> None:
    stage.publish_all([60, 61, 62])
    shown = board(stage, wave=2)

    assert [wave.number for wave in shown.waves] == [1, 2]
    assert (shown.wave.opened_on, shown.wave.closed_on) == (date(2024, 2, 3), date(2024, 2, 14))
    assert (shown.wave.asked, shown.wave.answered, shown.wave.epoch) == (80, 60, 1)
    assert (shown.newest, shown.company, shown.k, shown.sees_all) == (3, "Meridian", 5, True)


def test_a_trend_has_so_many_waves_at_most(stage: Stage, monkeypatch: pytest.MonkeyPatch) -> None:
    stage.publish_all([60, 61, 62])
    monkeypatch.setattr(opening, "MOST_DRAWN", 2)

    assert [wave.number for wave in board(stage).waves] == [2, 3]


def test_the_tree_is_that_of_the_wave(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60)), tree={**TREE, NORTH: Node(DELIVERY, "North")})
    units = board(stage, OF_NORTH).units

    assert [units[unit].below for unit in (MERIDIAN, SALES, DELIVERY)] == [(SALES, DELIVERY), (), (NORTH,)]
    assert board(stage, OF_NORTH).path(NORTH) == (MERIDIAN, DELIVERY, NORTH)
    assert board(stage, OF_NORTH).own == (NORTH,)


def test_an_alarm_outlives_its_epoch_as_it_was_told_last(stage: Stage) -> None:
    first = alarm(SALES, told_in=1)
    stage.publish(1, Body(rows_of(60), told=[first]))
    stage.publish(2, Body(rows_of(60), told=[alarm(SALES, told_in=1, now={"shape": "step", "points": 8.0})]))
    stage.publish(3, Body(rows_of(60)))
    known = only(stage)

    assert (known.told_in, known.shape, known.onset, known.state) == (1, "step", 1, "none")
    assert known.size == Range(8.0, 5.0, 15.0)


def test_what_became_of_its_alert_stands_beside_an_alarm(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60), told=[alarm(SALES, told_in=1)]))
    with stage.stores.company.write() as session:
        heard = Heard(stage.scene.programme, 1, [alarm(SALES, told_in=1)], people.whole_tree(session))
        tell(session, releases.chain(session)[-1], heard, now=NOW)
        raised = alerts.of_programme(session, stage.scene.programme)[0]
        unseen = raised.state
        alerts.acknowledge(session, raised.id, account=None, note="We talk to them.", at=NOW)

    assert unseen == "open"
    assert (only(stage).alert, only(stage).state, only(stage).acknowledged_on) == (
        raised.id,
        "acknowledged",
        NOW.date(),
    )


def test_a_wave_that_is_corrected_later_does_not_speak_last(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60), told=[alarm(SALES, told_in=1)]))
    stage.publish(2, Body(rows_of(60), told=[alarm(SALES, told_in=1, now={"onset": 2})]))
    stage.correct(1, Body(rows_of(60), told=[alarm(SALES, told_in=1)]))

    assert only(stage).onset == 2


def test_a_page_of_the_past_knows_nothing_of_later_alarms(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60)))
    stage.publish(2, Body(rows_of(60), told=[alarm(SALES, told_in=2)]))

    assert board(stage, wave=1).found == ()


def test_the_watch_list_is_that_of_the_wave_and_for_hr(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60), told=[alarm(SALES, list="watch")]))
    stage.publish(2, Body(rows_of(60), told=[alarm(NORTH, list="watch", told_in=2), alarm(DELIVERY, told_in=2)]))

    assert found(stage) == [("alarm", DELIVERY, 2), ("watch", NORTH, 2)]
    assert found(stage, CEO) == [("alarm", DELIVERY, 2)]


def test_alarms_of_teams_are_for_the_team(stage: Stage) -> None:
    stage.publish_all([60], told=[alarm(NORTH), alarm(SALES)])

    assert found(stage, OF_NORTH) == found(stage, CEO) == [("alarm", NORTH, 1), ("alarm", SALES, 1)]
    assert found(stage, ANYBODY) == [("alarm", SALES, 1)]


def test_an_alarm_of_a_division_that_was_a_team_is_not_for_everybody(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60), told=[alarm(NORTH)]))
    stage.publish(2, Body(rows_of(60)), tree={**TREE, NORTH: Node(MERIDIAN, "North")})

    assert found(stage, CEO) == [("alarm", NORTH, 1)]
    assert found(stage, ANYBODY) == []


def test_nothing_is_told_of_fewer_than_twice_the_smallest_group_of_today(stage: Stage) -> None:
    stage.publish_all([60], told=[alarm(NORTH), alarm(SALES)])
    with stage.stores.company.write() as session:
        session.execute(update(Programme).values(k=7))

    assert found(stage) == [("alarm", SALES, 1)]


def test_mix_or_mind_stands_beside_the_alarm_of_fifty_people_or_more(stage: Stage) -> None:
    parts = {"within": [-6.0, -8.0, -4.0], "joiners": [None, None, None]}
    split = [Parts(unit, "learning", 1, -6.5, parts) for unit in (MERIDIAN, SALES)]
    stage.publish_all([60], told=[alarm(MERIDIAN), alarm(SALES)], parts=split)
    company, division = board(stage).found

    assert company.split
    assert company.split.parts == {"within": Range(-6.0, -8.0, -4.0), "joiners": None}
    assert division.split is None


def test_a_reply_is_owed_until_the_next_wave_opens(stage: Stage) -> None:
    stage.publish_all([60])
    owed = reply(stage)

    assert (owed.is_written, owed.can_be_written, owed.due_on) == (False, True, date(2026, 12, 7))
    assert reply(stage, ANYBODY).can_be_written


def test_a_reply_that_is_written_is_shown_and_stays_once_the_next_wave_has_opened(stage: Stage) -> None:
    stage.publish_all([60, 60])
    with stage.stores.company.write() as session:
        replies.write_reply(session, wave=1, reply=ReplyFacts("Heard", "Done", "Not"), account=None, now=NOW)
    owed = reply(stage, wave=1)

    assert (owed.heard, owed.done, owed.not_done, owed.is_written) == ("Heard", "Done", "Not", True)
    assert (owed.due_on, owed.can_be_written) == (date(2024, 2, 3), False)


def test_belief_that_something_comes_of_it_is_told_wave_by_wave(stage: Stage) -> None:
    stage.publish(1, Body(rows_of(60)))
    stage.publish(2, Body([*rows_of(60), Row(MERIDIAN, "", "", "Q1", 60, 60, 50.0, counts=[12] * 5)]))
    first, second = reply(stage).belief

    assert first is None
    assert second
    assert (second.value, round(second.half, 1)) == (50.0, 7.6)
