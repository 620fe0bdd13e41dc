"""A mail that came back is noted for the person it was for, and for nobody else."""

import pytest
from sqlalchemy import update

from survey.db import Stores
from survey.mail.addresses import read_sender
from survey.mail.identity import message_id
from survey.models.company.work import OutboxMail
from survey.queries import mail_wishes, staff
from survey.services.bounces import take_bounce
from tests.survey.mail.test_bounce import FIELDS, REPORT
from tests.survey.services.programmes import STARTS, Running, start

SENDER = read_sender("Aloft <aloft@meridian.example>")


@pytest.fixture
def identity(stores: Stores) -> str:
    """The Message-ID of the first mail of an open wave, all of whose mails have been sent."""
    running: Running = start(stores)
    running.open_next()
    with stores.company.write() as session:
        session.execute(update(OutboxMail).values(state="done", finished_at=running.now))
        first = mail_wishes.sent_with_invitation(session)[0]
    return message_id(first.kind, first.business_key, SENDER.domain)


def come_back(stores: Stores, original: str, fields: str = FIELDS) -> tuple[bool, int]:
    """Whether the report was of use, and how many addresses are no longer written to."""
    report = REPORT.format(recipient=fields, returned="text/rfc822-headers", original=original).encode()
    with stores.company.write() as session:
        is_noted = take_bounce(session, report, sender=SENDER)
        return is_noted, staff.count_by_mail(session, STARTS)[2]


def test_who_has_lost_the_mail_is_noted_once(stores: Stores, identity: str) -> None:
    assert come_back(stores, identity) == (True, 1)
    assert come_back(stores, identity) == (True, 1)


def test_a_mail_that_was_not_sent_changes_nothing(stores: Stores, identity: str) -> None:
    forged = identity.replace(identity[13:18], "00000")

    assert come_back(stores, forged) == (False, 0)


def test_a_passing_failure_changes_nothing(stores: Stores, identity: str) -> None:
    assert come_back(stores, identity, FIELDS.replace("5.1.1", "4.2.2")) == (False, 0)


def test_what_is_no_report_changes_nothing(stores: Stores, identity: str) -> None:
    del identity
    with stores.company.write() as session:
        assert take_bounce(session, b"\xff\x00 nonsense", sender=SENDER) is False
