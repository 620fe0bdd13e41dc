"""What a release tells becomes alerts, each once; and what becomes of one when more is told."""

import pytest
from sqlalchemy.exc import IntegrityError

from survey.db import Stores
from survey.queries import accounts, alerts, people, releases
from survey.queries.alerts import NewAlert
from survey.queries.releases import Level
from survey.services import alerting
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, SALES
from tests.survey.services.alerting.waves import Months, Whole, fall, rise


def wait(months: Months, until: int) -> None:
    while months.number < until:
        months.publish()


def of(months: Months) -> list[tuple[str, int, str]]:
    return [(one.kind, one.unit_id, one.state) for one in months.alerts]


def level(points: float, half: float = 3.0) -> Level:
    return Level(DELIVERY, "equal_say", 94, points, points - half, points + half)


def test_an_alarm_is_raised_once_however_often_it_is_told(months: Months) -> None:
    wait(months, 3)
    facts = months.publish(fall())
    months.publish(fall(now={"points": 11.0, "low": 8.0, "high": 14.0}))

    (alert,) = months.alerts
    assert (alert.kind, alert.state, alert.told_in, alert.release_number) == ("alarm", "open", 4, facts.number)
    assert (alert.first["points"], alert.known["points"], alert.known["release"]) == (9.0, 11.0, 5)


def test_its_mail_and_hooks_are_laid_out_with_it(months: Months) -> None:
    months.publish(fall(told_in=1))

    assert months.keys == ["alert:1:mail:1", "alert:1:slack", "alert:1:teams", "alert:1:webhook"]


def test_the_watch_list_raises_no_alert_and_goes_to_hr_alone(months: Months) -> None:
    months.publish(fall(list="watch", told_in=1))

    assert not months.alerts
    assert months.keys == ["watch_list:1:2"]


def test_a_watch_list_that_has_become_empty_is_told_once(months: Months) -> None:
    for told in ([fall(list="watch", told_in=1)], [], []):
        months.publish(*told)

    assert months.keys == ["watch_list:1:2", "watch_list:2:2"]


@pytest.mark.parametrize("unit", [DELIVERY, MERIDIAN])
def test_a_later_fall_of_the_unit_or_of_one_above_it_is_a_deepening(months: Months, unit: int) -> None:
    wait(months, 3)
    months.publish(fall())
    months.publish(fall(), fall(unit, told_in=5))

    assert of(months) == [("alarm", DELIVERY, "open"), ("deepening", unit, "open")]
    assert months.alerts[1].about_id == months.alerts[0].id


def test_one_below_it_is_one_too_and_one_beside_it_is_not(months: Months) -> None:
    wait(months, 3)
    months.publish(fall(SALES))
    months.publish(fall(SALES), fall(NORTH, told_in=5), fall(DELIVERY, told_in=5))

    assert [one.kind for one in months.alerts] == ["alarm", "deepening", "alarm"]


def test_two_falls_of_one_wave_and_falls_of_two_principles_stand_alone(months: Months) -> None:
    wait(months, 3)
    months.publish(fall(SALES), fall(NORTH))
    months.publish(fall(SALES), fall(NORTH), fall(SALES, principle="learning", told_in=5))

    assert {one.kind for one in months.alerts} == {"alarm"}


def test_a_later_rise_ends_the_alert_and_is_told(months: Months) -> None:
    wait(months, 3)
    months.publish(fall())
    wait(months, 5)
    months.publish(fall(), rise())
    months.publish(fall(), rise())

    assert of(months) == [("alarm", DELIVERY, "recovered"), ("recovery", DELIVERY, "recovered")]
    assert "alert:2:mail:1" in months.keys


def test_a_rise_that_was_told_before_ends_nothing(months: Months) -> None:
    wait(months, 3)
    months.publish(fall(), rise(told_in=3))

    assert of(months) == [("alarm", DELIVERY, "open")]


def test_after_its_end_a_fall_is_an_alarm_again(months: Months) -> None:
    wait(months, 3)
    months.publish(fall())
    wait(months, 5)
    months.publish(fall(), rise())
    months.publish(fall(), rise(), fall(told_in=7, onset=7, onset_high=7))

    assert [one.kind for one in months.alerts] == ["alarm", "recovery", "alarm"]


def test_a_level_that_is_back_and_surely_above_its_lowest_ends_the_alert(months: Months) -> None:
    months.publish(levels=[level(66)])
    for points in (60, 55):
        months.publish(levels=[level(points)])
    months.publish(fall(onset_low=2), levels=[level(50)])
    months.publish(fall(onset_low=2), levels=[level(60)])
    open_still = of(months)
    months.publish(fall(onset_low=2), levels=[level(64)])

    assert open_still == [("alarm", DELIVERY, "open")]
    assert of(months) == [("alarm", DELIVERY, "recovered"), ("recovery", DELIVERY, "recovered")]


def test_a_level_that_never_left_its_wide_range_ends_nothing(months: Months) -> None:
    for points in (66, 64, 62):
        months.publish(levels=[level(points, half=8)])
    for points in (61, 62, 63, 64):
        months.publish(fall(onset_low=2), levels=[level(points, half=8)])

    assert of(months) == [("alarm", DELIVERY, "open")]


def test_a_correction_without_the_alarm_leaves_the_alert_and_says_so(months: Months) -> None:
    wait(months, 3)
    months.publish(fall())
    months.publish(kind="corrected")

    (alert,) = months.alerts
    assert alert.state == "open"
    assert not alert.stands
    assert months.keys.count("alert:1:mail:1") == 1


def test_a_correction_that_tells_it_again_lets_it_stand_and_one_may_raise_it(months: Months) -> None:
    wait(months, 4)
    assert not months.alerts
    for told in ([fall()], [], [fall()]):
        months.publish(*told, kind="corrected")

    (alert,) = months.alerts
    assert alert.stands


def test_what_lies_in_an_imported_history_raises_none(months: Months) -> None:
    months.publish(fall(told_in=-2, onset=-4, onset_low=-5, onset_high=-3))

    assert not months.alerts


def test_without_a_ceo_the_alert_is_there_and_hooks_are_laid_out(months: Months, stores: Stores) -> None:
    with stores.company.write() as session:
        accounts.take_role(session, 1, role="ceo", unit_id=None)
    months.publish(fall(told_in=1))

    assert len(months.alerts) == 1
    assert months.keys == ["alert:1:slack", "alert:1:teams", "alert:1:webhook"]


def stop_before_the_commit(months: Months) -> None:
    with months.stores.company.write() as session:
        facts = months._publish(session, Whole([fall(told_in=1)]), "last")
        heard = alerting.Heard(months.scene.programme, 1, [fall(told_in=1)], people.whole_tree(session))
        alerting.tell(session, facts, heard, now=months.now)
        raise KeyboardInterrupt


def test_whoever_is_stopped_before_the_commit_leaves_neither_release_nor_alert(months: Months) -> None:
    months.close_unpublished()
    with pytest.raises(KeyboardInterrupt):
        stop_before_the_commit(months)

    with months.stores.company.read() as session:
        assert releases.last(session) is None
    assert not months.alerts
    assert not months.keys


def test_a_second_writer_of_the_same_alert_is_stopped_by_its_key(months: Months) -> None:
    months.publish(fall(told_in=1))
    (alert,) = months.alerts
    names = [name for name in NewAlert.__slots__ if name != "about_id"]
    twin = NewAlert(**{name: getattr(alert, name) for name in names}, about_id=None)
    with pytest.raises(IntegrityError), months.stores.company.write() as session:
        alerts.add(session, twin)
