"""Mails leave one by one; what is refused or delayed is noted, and holds up nobody."""

import pytest
from sqlalchemy.orm import Session

from survey.db import Stores
from survey.jobs.handlers import Details, InTransaction
from survey.jobs.sending import Sending
from survey.mail.sending import NotYet
from survey.models.company.work import OutboxMail
from survey.queries.work import ClaimedMail, NewMail
from tests.survey.jobs.conftest import MakeWorker
from tests.survey.jobs.effects import Effects, note
from tests.survey.jobs.fakes import Clock, Server, key_as_subject
from tests.survey.queries.work.queue import LEASE, NOW, Queue, jobs, mails


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture
def sending(stores: Stores, clock: Clock, server: Server) -> Sending:
    return Sending(stores.company, clock, render=key_as_subject, channel=server, on_refused=note_refused, per_hour=100)


def note_refused(session: Session, mail: ClaimedMail, text: str) -> None:
    note(session, {"number": f"{mail.business_key}: {text}"}, None)


def send_all(sending: Sending) -> None:
    while sending.send_next():
        pass


def test_each_mail_leaves_once(sending: Sending, queue: Queue, server: Server) -> None:
    queue.put(mails(3))
    send_all(sending)
    send_all(sending)

    assert sorted(server.taken) == ["hello 0", "hello 1", "hello 2"]
    assert {row.state for row in queue.rows(OutboxMail)} == {"done"}


def test_what_need_not_be_sent_any_more_ends_like_what_was_sent(sending: Sending, queue: Queue, server: Server) -> None:
    queue.put([*mails(1), NewMail("reminder", "needless", NOW)])
    send_all(sending)
    sent, skipped = queue.rows(OutboxMail)

    assert server.taken == ["hello 0"]
    assert (sent.state, sent.finished_at, sent.attempts) == (skipped.state, skipped.finished_at, skipped.attempts)


def test_a_lasting_refusal_is_told_and_final(sending: Sending, queue: Queue, server: Server, effects: Effects) -> None:
    server.refuse("hello 0", 550, "5.1.1 no mailbox for ada@meridian.example")
    queue.put(mails(2))
    send_all(sending)

    assert server.taken == ["hello 1"]
    assert effects.count() == {"hello 0: 550 5.1.1 no mailbox for the address": 1}
    assert [(row.state, row.fault) for row in queue.rows(OutboxMail)] == [("failed", "Refused: 550"), ("done", "")]


def test_a_passing_refusal_is_tried_again(sending: Sending, queue: Queue, server: Server, clock: Clock) -> None:
    server.refuse("hello 0", 451, "later")
    queue.put(mails(1))
    send_all(sending)
    server.faults.clear()
    clock.move(30)
    send_all(sending)

    assert server.taken == ["hello 0"]


def test_a_mail_that_was_put_off_too_often_counts_as_refused(
    sending: Sending, queue: Queue, server: Server, effects: Effects, clock: Clock
) -> None:
    server.refuse("hello 0", 451, "later")
    queue.put(mails(1))
    for _ in range(sending.patience.attempts):
        sending.send_next()
        clock.move(3600)

    assert queue.rows(OutboxMail)[0].state == "failed"
    assert effects.count() == {"hello 0: 451 later": 1}


def test_a_server_that_relays_nothing_for_us_is_asked_again_and_no_address_is_to_blame(
    sending: Sending, queue: Queue, server: Server, effects: Effects, clock: Clock
) -> None:
    server.refuse("hello 0", 550, "5.7.1 relaying denied")
    queue.put(mails(1))
    for _ in range(sending.patience.attempts):
        assert queue.rows(OutboxMail)[0].state == "waiting"
        sending.send_next()
        clock.move(3600)

    assert queue.rows(OutboxMail)[0].state == "failed"
    assert not effects.count()


def test_the_connection_is_closed_when_there_is_nothing_more_to_send(
    sending: Sending, queue: Queue, server: Server
) -> None:
    queue.put(mails(2))
    sending.send_next()
    sending.send_next()
    kept_open = server.n_closed == 0
    sending.send_next()

    assert kept_open
    assert server.n_closed == 1


def test_a_server_that_is_down_is_asked_once_in_a_pass_and_jobs_go_on(
    make_worker: MakeWorker, sending: Sending, queue: Queue, server: Server, effects: Effects
) -> None:
    server.is_down = True
    queue.put([*mails(3), *jobs(1)])
    worker = make_worker({"count": InTransaction(note)}, sending=sending)

    assert worker.run_once() == 1
    assert sorted(row.attempts for row in queue.rows(OutboxMail)) == [0, 0, 1]
    assert effects.count() == {"0": 1}


def test_mails_leave_when_the_server_is_back(sending: Sending, queue: Queue, server: Server, clock: Clock) -> None:
    server.is_down = True
    queue.put(mails(3))
    sending.send_next()
    server.is_down = False
    clock.move(30)
    send_all(sending)

    assert len(server.taken) == 3


def test_a_mail_that_cannot_be_made_holds_up_nobody(sending: Sending, queue: Queue, server: Server) -> None:
    server.faults["hello 0"] = KeyError("Ada")
    queue.put(mails(2))
    send_all(sending)
    broken, _ = queue.rows(OutboxMail)

    assert server.taken == ["hello 1"]
    assert broken.state == "waiting"
    assert "Ada" not in broken.fault


def test_a_mail_during_which_every_worker_died_fails_in_the_end(
    sending: Sending, queue: Queue, server: Server, clock: Clock
) -> None:
    queue.put(mails(1))
    for _ in range(sending.patience.attempts):
        queue.claim_mails(per_hour=9, now=clock.now)
        clock.move(LEASE)
    sending.send_next()

    assert server.taken == []
    assert queue.rows(OutboxMail)[0].state == "failed"


def test_mails_do_not_keep_jobs_waiting(
    make_worker: MakeWorker, sending: Sending, queue: Queue, server: Server
) -> None:
    def see_how_many_left(_session: Session, _details: Details, _now: object) -> None:
        seen.append(len(server.taken))

    seen: list[int] = []
    worker = make_worker({"count": InTransaction(see_how_many_left)}, sending=sending)
    queue.put(mails(60))
    worker.run_once()
    queue.put(jobs(1))
    worker.run_all()

    assert seen == [20]
    assert len(server.taken) == 60


def test_who_is_asked_to_wait_waits_as_long_without_a_try_counted_and_holds_up_nobody(
    sending: Sending, queue: Queue, server: Server, clock: Clock
) -> None:
    server.faults["hello 0"] = NotYet(90)
    queue.put(mails(2))
    send_all(sending)
    waiting = queue.rows(OutboxMail)[0]
    clock.move(89)
    is_early = sending.send_next()
    server.faults.clear()
    clock.move(1)
    send_all(sending)

    assert (waiting.state, waiting.attempts, is_early) == ("waiting", 0, False)
    assert sorted(server.taken) == ["hello 0", "hello 1"]
