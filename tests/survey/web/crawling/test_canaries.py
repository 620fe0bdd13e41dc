"""What was stored, and what is sent along, comes out as text or not at all."""

import pytest
from werkzeug.test import TestResponse

from survey.services.rights import Role
from tests.survey.web.crawling.canaries import ATTACK, KINDS, canary, is_harmless, seen_in
from tests.survey.web.crawling.routes import addresses
from tests.survey.web.crawling.world import World

SENT = ("find", "page", "lang", "said", "order", "unit", "sent", "wave", "measure", "next", "q", "band")


def assert_harmless(answer: TestResponse, where: object) -> None:
    assert answer.status_code < 500, where
    assert not [value for name, value in answer.headers if "<" in value or "\n" in value], where
    assert not [line for line in answer.headers.getlist("Set-Cookie") if line.startswith("x")], where
    if answer.mimetype == "text/html":
        assert is_harmless(answer.text), where


def test_what_is_stored_stands_on_pages_as_text(world: World) -> None:
    seen: set[str] = set()
    for role in (*Role, None):
        visitor = world.visitor(role)
        for one in addresses(world.app):
            if one.method == "GET":
                answer = visitor.get(one.path)
                assert_harmless(answer, (role, one))
                seen |= seen_in(answer.text) if answer.mimetype == "text/html" else set()
    stored = world.visitor(Role.HR).send("/manage/people/stored", seen_on="/manage/people", key=f"{canary('key')}1")
    assert_harmless(stored, "what is stored of a person")

    assert seen | seen_in(stored.text) == set(KINDS)


@pytest.mark.parametrize("role", [Role.HR, None])
def test_what_stands_in_an_address_stands_on_no_page_as_it_was_written(world: World, role: Role | None) -> None:
    visitor = world.visitor(role)
    for one in addresses(world.app):
        for name in SENT:
            if one.method == "GET":
                answer = visitor.client.get(one.path, query_string={name: ATTACK}, buffered=True)
                assert_harmless(answer, (role, one, name))
