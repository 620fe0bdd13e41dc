"""A reply is whole, or it is not kept."""

from dataclasses import replace

import pytest

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries.replies import ReplyFacts, reply_to
from survey.services.programme import By
from survey.services.replying import LONGEST_TEXT, faults_of, tidy, write_reply
from tests.survey.services.programmes import start


def test_what_is_heard_and_one_of_the_others_is_enough() -> None:
    assert faults_of(ReplyFacts("heard", "", "not done")) == []
    assert faults_of(ReplyFacts("x" * LONGEST_TEXT, "done", "")) == []


def test_each_text_says_what_is_wrong_with_it() -> None:
    faults = faults_of(ReplyFacts("", "", "x" * (LONGEST_TEXT + 1)))

    assert [(one.text, one.wanted.partition(":")[0]) for one in faults] == [
        ("not_done", "what is not done"),
        ("heard", "what was heard"),
    ]


def test_spaces_are_no_text() -> None:
    assert tidy(" a\r\n b ", "\t\n", "c") == ReplyFacts("a\n b", "", "c")


def test_a_reply_that_is_not_whole_is_not_kept(stores: Stores) -> None:
    running = start(stores)
    wave = running.open_next()
    running.close(wave)
    closed = replace(wave, state="closed")
    with stores.company.write() as session, pytest.raises(NotPossible, match="wanted a sentence at least"):
        write_reply(session, wave=closed, reply=ReplyFacts("", "done", ""), by=By(None, running.now))

    with stores.company.read() as session:
        assert reply_to(session, wave.id) is None
