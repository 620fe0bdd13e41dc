"""The answers store: one row per person and wave, and a gate in front of it."""

import secrets
import threading

from survey.db import Stores
from survey.queries import answers
from survey.queries.answers import Stored


def row(id_: bytes = b"i" * 32, wave: int = 1, unit: int = 1, **answered: int | None) -> Stored:
    return Stored(id_, wave, unit, "1_to_3", "lead", b"p" * 32, answered or {"L1": 4, "C1": None})


def test_an_answer_is_stored_and_read_back(stores: Stores) -> None:
    with stores.answers.write() as session:
        answers.put_response(session, row())

    with stores.answers.read() as session:
        assert answers.responses(session, [1]) == [row()]


def test_a_new_answer_takes_the_place_of_the_old_one(stores: Stores) -> None:
    with stores.answers.write() as session:
        answers.put_response(session, row(L1=1))
        answers.put_response(session, row(L1=5))

    with stores.answers.read() as session:
        assert [dict(one.answers) for one in answers.responses(session, [1])] == [{"L1": 5}]


def test_the_gate_is_shut_until_it_is_opened_and_after_it_is_shut(stores: Stores) -> None:
    found = []
    for step in (None, answers.open_gate, answers.shut_gate):
        with stores.answers.write() as session:
            if step:
                step(session, 1)
            found.append(answers.hold_gate(session, 1))

    assert found == [False, True, False]


def test_closing_waits_for_an_answer_that_is_being_written(stores: Stores) -> None:
    order = []
    with stores.answers.write() as session:
        answers.open_gate(session, 1)

    def shut() -> None:
        with stores.answers.write() as session:
            answers.shut_gate(session, 1)
        order.append("shut")

    with stores.answers.write() as session:
        assert answers.hold_gate(session, 1)
        closing = threading.Thread(target=shut)
        closing.start()
        closing.join(0.3)
        answers.put_response(session, row())
        order.append("written")
    closing.join()

    assert order == ["written", "shut"]


def test_an_empty_comment_takes_the_old_one_away(stores: Stores) -> None:
    with stores.answers.write() as session:
        answers.put_comment(session, id_=b"c" * 32, wave=1, division=2, text="A customer rang.")
        had = answers.has_comment(session, b"c" * 32)
        answers.put_comment(session, id_=b"c" * 32, wave=1, division=2, text="")

        assert had
        assert not answers.has_comment(session, b"c" * 32)


def test_rewriting_keeps_every_row(stores: Stores) -> None:
    rows = [row(secrets.token_bytes(32), unit=unit) for unit in range(50)]
    with stores.answers.write() as session:
        for one in rows:
            answers.put_response(session, one)
    with stores.answers.write() as session:
        answers.rewrite_all(session, 1, rows)
    stores.answers.wipe("response", "comment")

    with stores.answers.read() as session:
        assert answers.responses(session, [1]) == sorted(rows, key=lambda one: one.id)
