"""What a moderator lets through is published once, without giving anybody away; nothing else leaves the store."""

from collections import Counter

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import audit, programme
from survey.services.comments.moderating import decide, moderation
from survey.services.comments.publishing import publish_comments
from survey.services.people.personal_data import erase
from tests.survey.services.comments.spoken import MODERATOR, by_division, closed_wave, published, shown, written
from tests.survey.services.programmes import Running, start

COMPANY, FIRST, SECOND, THIRD = 1, 2, 5, 8


@pytest.fixture
def running(stores: Stores) -> Running:
    return start(stores, divisions=3)


def units(stores: Stores, running: Running, **counts: int) -> Counter[int]:
    wave = closed_wave(running, by_division(**counts))
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)
    return Counter(one.unit_id for one in published(stores, wave))


def test_divisions_keep_their_names_where_each_is_large_enough(stores: Stores, running: Running) -> None:
    assert units(stores, running, first=5, second=6, third=7) == {FIRST: 5, SECOND: 6, THIRD: 7}


def test_a_few_comments_of_a_division_stand_with_those_of_another(stores: Stores, running: Running) -> None:
    assert units(stores, running, first=5, second=6, third=1) == {SECOND: 6, COMPANY: 6}


def test_fewer_than_five_comments_are_read_by_nobody(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=4))
    found = moderation(stores, wave.number)

    assert found
    assert (found.state, found.waiting) == ("too few", ())
    with pytest.raises(NotPossible, match="none is published"):
        publish_comments(stores, wave.number, mark=None, by=MODERATOR)


def test_a_withheld_comment_never_leaves_the_answers_store(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=6, second=6))
    withheld = written(stores, wave)[0]
    assert decide(stores, wave.number, {withheld.id: "names"}, by=MODERATOR) == 1
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)

    texts = {one.text for one in published(stores, wave)}
    assert withheld.text not in texts
    assert len(texts) == 11


def test_withholding_one_of_five_takes_the_name_of_the_division_away(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=5, second=8))
    one = next(one for one in written(stores, wave) if one.division == FIRST)
    decide(stores, wave.number, {one.id: "insult"}, by=MODERATOR)
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)

    assert Counter(one.unit_id for one in published(stores, wave)) == {COMPANY: 12}


def test_the_log_holds_reason_and_wave_and_no_word_of_the_comment(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=6))
    one = written(stores, wave)[0]
    decide(stores, wave.number, {one.id: "names"}, by=MODERATOR)
    decide(stores, wave.number, {one.id: ""}, by=MODERATOR)
    decide(stores, wave.number, {one.id: ""}, by=MODERATOR)
    with stores.company.read() as session:
        entries = [(entry.action, entry.details) for entry in audit.newest(session, limit=2)]

    assert entries == [
        ("comment let through after all", {"wave": wave.number}),
        ("comment withheld", {"wave": wave.number, "reason": "names"}),
    ]


def test_what_was_published_stays_and_is_published_once(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=6))
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)
    one = written(stores, wave)[0]

    for again in (
        lambda: publish_comments(stores, wave.number, mark=None, by=MODERATOR),
        lambda: decide(stores, wave.number, {one.id: "names"}, by=MODERATOR),
    ):
        with pytest.raises(NotPossible):
            again()
    with pytest.raises(DatabaseError, match="never changed"), stores.company.write() as session:
        session.execute(text("DELETE FROM published_comment"))


def test_who_publishes_has_seen_what_is_published(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=7))
    seen = moderation(stores, wave.number)
    assert seen
    decide(stores, wave.number, {seen.waiting[0].id: "names"}, by=MODERATOR)
    with pytest.raises(NotPossible, match="meanwhile"):
        publish_comments(stores, wave.number, mark=seen.mark, by=MODERATOR)
    now = moderation(stores, wave.number)
    assert now
    publish_comments(stores, wave.number, mark=now.mark, by=MODERATOR)

    assert len(published(stores, wave)) == 6


def test_erasing_somebody_takes_their_comment_before_and_leaves_it_after(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=7))
    for key in ("P0001", "P0002"):
        erase(stores, key, account=None, now=running.now)
        if key == "P0001":
            publish_comments(stores, wave.number, mark=None, by=MODERATOR)

    texts = {one.text for one in published(stores, wave)}
    assert not any(one.startswith("first 0") for one in texts)
    assert any(one.startswith("first 1") for one in texts)
    assert len(texts) == 6


def test_ids_are_random_and_are_not_those_of_the_answers_store(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=6))
    before = {one.id[:16] for one in written(stores, wave)}
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)

    assert not before & {one.id for one in published(stores, wave)}


def test_a_larger_smallest_group_hides_names_and_then_everything(stores: Stores, running: Running) -> None:
    wave = closed_wave(running, by_division(first=6, second=9))
    publish_comments(stores, wave.number, mark=None, by=MODERATOR)
    assert shown(stores, wave).divisions == (FIRST, SECOND)
    for k, expected in ((8, (15, (), True)), (16, (0, (), False))):
        with stores.company.write() as session:
            plan = programme.current_programme(session)
            assert plan
            programme.raise_k(session, plan.id, k)
        found = shown(stores, wave)

        assert (len(found.comments), found.divisions, found.has_others) == expected
