"""A moderator reads what waits, withholds some with a reason, publishes the others; where they are from is not told."""

from collections.abc import Callable

import pytest

from survey.db import Stores
from survey.queries import moderated, waves
from survey.services.comments.moderating import moderation
from tests.survey.web.programme.words import words_of
from tests.survey.web.visitor import Visitor

Reads = Callable[[str], Visitor]
WAITING = "/manage/waves/2/comments"


@pytest.fixture
def hr(reads_as: Reads) -> Visitor:
    return reads_as("hr")


def first(stores: Stores) -> str:
    found = moderation(stores, 2)
    assert found
    return found.waiting[0].id.hex()


def test_what_waits_is_told_without_where_it_comes_from(hr: Visitor) -> None:
    page = hr.get(WAITING)

    assert "11 comments of wave 2 wait to be read." in words_of(page)
    assert "<script>alert" not in page.text
    assert "Sales" not in words_of(page)


def test_a_comment_is_withheld_and_let_through_again(hr: Visitor, stores: Stores) -> None:
    one = first(stores)
    hr.send(WAITING, **{f"reason-{one}": "names", f"was-{one}": ""})
    assert "1 is withheld so far" in words_of(hr.get(WAITING))
    hr.send(WAITING, **{f"reason-{one}": "", f"was-{one}": "names"})

    assert "Nothing is withheld so far" in words_of(hr.get(WAITING))


def test_a_form_that_is_old_changes_nothing_that_it_did_not_change(hr: Visitor, stores: Stores) -> None:
    one = first(stores)
    hr.send(WAITING, **{f"reason-{one}": "names", f"was-{one}": ""})
    hr.send(WAITING, **{f"reason-{one}": "", f"was-{one}": ""})

    assert "1 is withheld so far" in words_of(hr.get(WAITING))


def test_publishing_shows_what_was_let_through_and_ends_the_reading(hr: Visitor, stores: Stores) -> None:
    one = first(stores)
    hr.send(WAITING, **{f"reason-{one}": "names", f"was-{one}": ""})
    found = moderation(stores, 2)
    assert found
    assert hr.send(f"{WAITING}/publish", seen_on=WAITING, mark=found.mark).status_code == 303

    assert "The comments of wave 2 are published." in words_of(hr.get(WAITING))
    assert "10 comments in wave 2, in random order" in words_of(hr.get("/dashboards/2/comments"))
    assert "tell too much of one: fewer than 5." in words_of(hr.get("/dashboards/2/comments"))


def test_publishing_what_one_has_not_seen_is_refused(hr: Visitor) -> None:
    refused = hr.send(f"{WAITING}/publish", seen_on=WAITING, mark="another")

    assert refused.status_code == 422
    assert "look through them once more" in words_of(refused)


@pytest.mark.parametrize(("field", "status"), [("reason-zz", 400), ("reason-00", 303)])
def test_ids_that_are_none_do_no_harm(hr: Visitor, field: str, status: int) -> None:
    assert hr.send(WAITING, **{field: "names"}).status_code == status


def test_an_unknown_reason_is_refused(hr: Visitor, stores: Stores) -> None:
    refused = hr.send(WAITING, **{f"reason-{first(stores)}": "unwelcome"})

    assert refused.status_code == 422
    assert "unknown reason" in words_of(refused)


def test_a_name_is_found_among_them(hr: Visitor) -> None:
    assert "1 of 11 holds “strasse”." in words_of(hr.get(f"{WAITING}?find=strasse"))


def test_two_comments_are_read_by_nobody(hr: Visitor) -> None:
    words = words_of(hr.get("/manage/waves/3/comments"))

    assert "No comment of wave 3 will be shown." in words
    assert "two" not in words.split()


def test_what_was_withheld_is_marked_in_the_answers_store_alone(hr: Visitor, stores: Stores) -> None:
    one = first(stores)
    hr.send(WAITING, **{f"reason-{one}": "customer", f"was-{one}": ""})
    with stores.company.read() as session:
        wave = waves.newest_numbered(session, 2)
        assert wave
    with stores.answers.read() as session:
        reasons = [found.reason for found in moderated.written(session, wave.id) if found.reason]

    assert reasons == ["customer"]
