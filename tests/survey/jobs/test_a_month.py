"""The worker alone, with a clock that is moved: a programme runs by itself from the first mail to the close."""

import re
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest

from survey.db import Stores
from survey.jobs import waves
from survey.jobs.sending import Sending
from survey.jobs.wiring import planned
from survey.jobs.worker import Worker
from survey.mail.addresses import read_sender
from survey.mail.mailbox import Mailbox, list_mails, read_mail, text_of
from survey.queries import closings
from survey.queries import waves as wave_queries
from survey.scheduling.plan import Plan
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.letters import Letters
from survey.services.stop_reminders import stop_reminders, stop_token
from tests.survey.services.programmes import STARTS, Running, start

SECRET = b"a secret of more than thirty-two bytes"
SENDER = read_sender("Aloft <aloft@meridian.example>")
BASE = "https://aloft.meridian.example"


class Month:
    """A company of twenty-four people in Berlin and Tokyo, a worker, and a mail box."""

    def __init__(self, stores: Stores, folder: Path) -> None:
        plan = Plan(rule="monthly", starts_on=STARTS, home_zone="Europe/Berlin")
        self.running: Running = start(
            stores, plan=plan, divisions=2, teams=2, people_per_team=6, zones=("Europe/Berlin", "Asia/Tokyo")
        )
        clock = self.running.clock
        letters = Letters(stores, clock, SECRET, BASE, SENDER.domain)
        self.folder = folder
        sending = Sending(
            store=stores.company,
            clock=clock,
            render=letters.render,
            channel=Mailbox(folder, SENDER, clock=clock),
            on_refused=letters.on_refused,
            per_hour=10_000,
        )
        self.worker = Worker(stores, waves.HANDLERS, clock=clock, plans=(planned,), sending=sending)

    def live_until(self, moment: datetime) -> None:
        """A few hours at a time, and this moment."""
        while self.running.now < moment:
            self.running.now = min(self.running.now + timedelta(hours=4), moment)
            while self.worker.run_once():
                pass

    def mails(self) -> list[EmailMessage]:
        return [read_mail(self.folder, one.name) for one in list_mails(self.folder)]


@pytest.fixture
def month(stores: Stores, tmp_path: Path) -> Month:
    return Month(stores, tmp_path / "mails")


def token_of(mail: EmailMessage) -> str:
    found = re.search(r"/pulse/([\w-]{43})", text_of(mail))
    assert found
    return found[1]


def test_invitations_leave_at_nine_on_each_clock(month: Month) -> None:
    month.live_until(datetime(2026, 1, 5, 0, 0, tzinfo=UTC))
    in_tokyo = len(month.mails())
    month.live_until(datetime(2026, 1, 5, 7, 59, tzinfo=UTC))
    before_nine_in_berlin = len(month.mails())
    month.live_until(datetime(2026, 1, 5, 8, 30, tzinfo=UTC))

    assert (in_tokyo, before_nine_in_berlin, len(month.mails())) == (12, 12, 24)


def test_reminders_go_to_those_who_have_not_answered_and_want_them(month: Month) -> None:
    month.live_until(datetime(2026, 1, 5, 12, tzinfo=UTC))
    desk = Desk(month.running.stores, month.running.clock)
    for mail in month.mails()[:10]:
        assert desk.send(token_of(mail), Sent({"L1": 4}, ""))
    answered = {mail["To"] for mail in month.mails()[:10]}
    with month.running.stores.company.write() as session:
        silent = next(person for person in range(1, 25) if f"person.{person}@meridian.example" not in answered)
        assert stop_reminders(session, secret=SECRET, person=silent, token=stop_token(SECRET, silent))
    month.live_until(datetime(2026, 1, 7, 12, tzinfo=UTC))
    reminders = [mail for mail in month.mails() if mail["List-Unsubscribe"]]

    assert len(reminders) == 24 - 10 - 1
    assert not answered & {mail["To"] for mail in reminders}


def test_the_wave_closes_by_itself_and_the_next_one_opens(month: Month) -> None:
    month.live_until(datetime(2026, 1, 5, 12, tzinfo=UTC))
    desk = Desk(month.running.stores, month.running.clock)
    for mail in month.mails():
        assert desk.send(token_of(mail), Sent({"L1": 4}, ""))
    month.live_until(datetime(2026, 1, 16, 22, 30, tzinfo=UTC))
    still = states(month)
    month.live_until(datetime(2026, 1, 16, 23, 30, tzinfo=UTC))
    closed = states(month)
    month.live_until(datetime(2026, 2, 2, 9, tzinfo=UTC))

    # The last day ends in Berlin, the westernmost zone, at 23:00 UTC.
    assert (still, closed, states(month)) == (["open"], ["closed"], ["closed", "open"])
    with month.running.stores.company.read() as session:
        found = closings.closing(session, 1)
        assert found
        assert (found.n_asked, found.n_answered) == (24, 24)


def states(month: Month) -> list[str]:
    with month.running.stores.company.read() as session:
        return [wave.state for wave in wave_queries.all_waves(session)]
