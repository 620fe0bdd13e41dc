"""One note, once; who and when is kept, and the note stays out of the log."""

import pytest
from sqlalchemy import select

from survey.errors import NotPossible
from survey.models.company.audit import AuditEntry
from survey.queries import alerts
from survey.queries.alerts import AlertFacts
from survey.services.alerting import acknowledge
from survey.services.programme import By
from tests.survey.services.alerting.waves import Months, fall, rise


def seen(months: Months, note: str = "", *, number: int = 1) -> AlertFacts:
    with months.stores.company.write() as session:
        acknowledge(session, alerts.alert(session, number), note=note, by=By(1, months.now))
    return months.alerts[number - 1]


def test_it_is_kept_with_its_note_and_noted_without_it(months: Months) -> None:
    months.publish(fall(told_in=1))
    alert = seen(months, "  We spoke\r\nwith the leads.\0 ")
    with months.stores.company.read() as session:
        entry = session.scalars(select(AuditEntry).order_by(AuditEntry.number.desc())).first()

    assert (alert.state, alert.acknowledged_by, alert.note) == ("acknowledged", 1, "We spoke\nwith the leads.")
    assert entry
    assert (entry.action, entry.account_id) == ("alert acknowledged", 1)
    assert entry.details == {"alert": 1, "note": len(alert.note)}


def test_a_second_time_changes_nothing(months: Months) -> None:
    months.publish(fall(told_in=1))
    seen(months, "first")
    with pytest.raises(NotPossible, match="acknowledged before"):
        seen(months, "second")

    assert months.alerts[0].note == "first"


def test_a_note_that_is_too_long_is_refused(months: Months) -> None:
    months.publish(fall(told_in=1))
    with pytest.raises(NotPossible, match="got 501 characters; wanted 500"):
        seen(months, "x" * 501)

    assert seen(months, "x" * 500).state == "acknowledged"


def test_an_end_needs_no_acknowledgement_and_what_has_ended_stays_so(months: Months) -> None:
    months.publish(fall(told_in=1, onset=1))
    months.publish(fall(told_in=1, onset=1), rise(told_in=2, onset=2, onset_low=2))
    with pytest.raises(NotPossible, match="nothing to acknowledge"):
        seen(months, number=2)

    assert seen(months, "late").state == "recovered"
