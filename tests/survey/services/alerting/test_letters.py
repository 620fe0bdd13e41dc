"""The mails of alerts as they leave: to whom, of which numbers, and when none does any more."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from survey.mail.letter import Letter
from survey.models.company.work import OutboxMail
from survey.queries import accounts, alerts, programme, work
from survey.queries.releases import Level, Parts
from survey.queries.work import ClaimedMail
from survey.services import alerting
from survey.services.alerting import delivering, repeating
from survey.services.letters import Letters
from tests.survey.company import DELIVERY, NORTH, add_account
from tests.survey.mail.alerts import plain
from tests.survey.services.alerting.waves import CEO, HR, Months, fall, rise


def letters(months: Months) -> list[Letter]:
    """What would leave now, in the order of its keys; what need not leave is none."""
    writer = Letters(months.stores, months.clock, b"secret" * 8, "https://aloft.meridian.example", "meridian.example")
    with months.stores.company.read() as session:
        columns = (OutboxMail.id, OutboxMail.business_key, OutboxMail.kind, OutboxMail.details)
        rows = session.execute(select(*columns).order_by(OutboxMail.business_key)).all()
    mails = [ClaimedMail(number, key, kind, details, 1, 1, None) for number, key, kind, details in rows]
    return [letter for mail in mails if (letter := writer.render(mail))]


def slide(months: Months) -> None:
    """Four waves, the last of which tells of a fall."""
    for points in (66.0, 66.0, 60.0):
        months.publish(points=points, levels=[Level(DELIVERY, "equal_say", 94, points, points - 3, points + 3)])
    parts = Parts(DELIVERY, "equal_say", 1, -9.0, {"within": [-8.0, -10.0, -6.0], "joiners": [-1.0, None, None]})
    months.publish(fall(onset=3), points=57.0, parts=[parts])


def repeat(months: Months) -> None:
    months.now += timedelta(days=7, minutes=1)
    with months.stores.company.read() as session:
        jobs = repeating.due(session, now=months.now)
    for job in jobs:
        with months.stores.company.write() as session:
            repeating.repeat(session, job.details["alert"], now=months.now)


def test_the_ceo_alone_is_told_with_the_numbers_of_the_release(months: Months) -> None:
    slide(months)
    (letter,) = letters(months)
    text = plain(letter.text)

    assert letter.to == CEO
    assert letter.subject == "Delivery: equal say down 9 points (6 to 12) since about Mar"
    assert "by 9 points so far (6 to 12), from 66 to 57." in text
    assert "Mostly minds: people who were already there account for −8.0 points (−10.0 to −6.0); −1.0 is small" in text
    assert "“Here, a good idea for customers is used, whoever has it”: −" in text
    assert letter.pictures


def test_what_later_waves_bring_does_not_change_the_first_mail(months: Months) -> None:
    slide(months)
    (before,) = letters(months)
    months.publish(fall(onset=3), points=40.0)

    assert letters(months) == [before]


def test_an_alarm_of_a_team_names_what_it_is_part_of(months: Months) -> None:
    months.publish(fall(NORTH, principle="learning", told_in=1, onset=1, points=None, low=None, high=None))
    (letter,) = letters(months)

    assert letter.subject == "North: learning down since January"
    assert "In North (Sales)," in letter.text


def test_who_is_ceo_no_more_gets_none_and_a_new_one_does(months: Months) -> None:
    slide(months)
    with months.stores.company.write() as session:
        accounts.take_role(session, 1, role="ceo", unit_id=None)
    add_account(months.stores, "new@meridian.example", "ceo")
    with months.stores.company.write() as session:
        owed = delivering.owed(session, now=months.now)
        work.put(session, owed)

    assert [letter.to for letter in letters(months)] == ["new@meridian.example"]


def test_after_a_week_in_which_nobody_acknowledged_it_hr_is_told_too_once(months: Months) -> None:
    slide(months)
    repeat(months)
    repeat(months)
    first, *again = letters(months)[::-1]

    assert first.to == CEO
    assert sorted(letter.to for letter in again) == [CEO, HR]
    assert all(letter.subject.startswith("Again: Delivery") for letter in again)
    assert [key for key in months.keys if "again" in key] == [
        "alert:1:again:mail:1",
        "alert:1:again:mail:2",
        "alert:1:again:slack",
        "alert:1:again:teams",
        "alert:1:again:webhook",
    ]


@pytest.mark.parametrize("days", [0, 6])
def test_before_that_nothing_is_sent_again(months: Months, days: int) -> None:
    slide(months)
    with months.stores.company.read() as session:
        assert not repeating.due(session, now=months.now + timedelta(days=days))


def test_an_acknowledgement_overtakes_the_second_mail(months: Months) -> None:
    slide(months)
    repeat(months)
    with months.stores.company.write() as session:
        assert alerts.acknowledge(session, 1, account=1, note="", at=months.now)

    assert len(letters(months)) == 1


def test_an_acknowledged_or_withdrawn_alert_is_not_sent_again(months: Months) -> None:
    slide(months)
    months.publish(kind="corrected", points=57.0)
    repeat(months)

    assert "A correction has removed answers since" in letters(months)[0].text
    assert not [key for key in months.keys if "again" in key]


def test_an_end_is_told(months: Months) -> None:
    slide(months)
    for told in ([fall(onset=3)], [fall(onset=3), rise()]):
        months.publish(*told, points=66.0)
    told = {letter.subject: plain(letter.text) for letter in letters(months)}

    assert "Delivery: equal say is back up" in told
    assert "has risen since about May 2026" in told["Delivery: equal say is back up"]


def test_hr_gets_the_watch_list_with_what_is_new_and_what_is_gone(months: Months) -> None:
    months.publish(fall(list="watch", told_in=1, onset=1, onset_low=1, onset_high=1))
    months.publish(rise(told_in=2, onset=2, onset_low=2, onset_high=2, points=None))
    first, second = letters(months)

    assert first.to == HR
    assert first.subject == "Watch list after wave 1: one entry"
    assert "New. Equal say may be falling since January 2026: −9 points (−12 to −6)." in plain(first.text)
    assert "New. Equal say may be rising since February 2026." in plain(second.text)
    assert "Is on the list no more: equal say." in second.text
    assert "alarm" not in f"{first.text}{second.text}"


def test_where_the_smallest_group_was_raised_a_team_that_is_too_small_now_is_told_no_more(months: Months) -> None:
    months.publish(fall(NORTH, principle="learning", told_in=1, onset=1, points=None, low=None, high=None))
    with months.stores.company.write() as session:
        programme.raise_k(session, months.scene.programme, 8)
    with months.stores.company.read() as session:
        assert not alerting.alerts_of(session, months.scene.programme)

    assert not letters(months)
