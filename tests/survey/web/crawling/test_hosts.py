"""What a request says of host, address and way is not believed."""

from urllib.parse import urlsplit

import pytest
from flask import request

from survey.services.rights import Role
from tests.survey.web.crawling.routes import addresses
from tests.survey.web.crawling.world import World
from tests.survey.web.visitor import Visitor

SAID = {
    "X-Forwarded-For": "203.0.113.9",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Port": "666",
    "X-Forwarded-Prefix": "/evil.example",
    "X-Original-URL": "/account",
    "X-Rewrite-URL": "/account",
    "X-HTTP-Method-Override": "DELETE",
    "Forwarded": "for=203.0.113.9;host=evil.example;proto=https",
    "Host": "evil.example",
}
ELSEWHERE = ("//evil.example/account", "/\\evil.example/account", "/%2f%2fevil.example", "///evil.example")


def elsewhere(world: World, role: Role | None) -> Visitor:
    """Somebody whose browser believes to be at another host."""
    visitor = world.visitor(role)
    if kept := visitor.client.get_cookie("aloft"):
        visitor.client.set_cookie("aloft", kept.decoded_value, domain="evil.example")
    return visitor


@pytest.mark.parametrize("role", [Role.HR, None])
def test_no_page_leads_to_the_host_that_a_request_names(world: World, role: Role | None) -> None:
    visitor = elsewhere(world, role)
    for one in addresses(world.app):
        if one.method == "GET":
            answer = visitor.client.get(one.path, headers=SAID, buffered=True)

            assert b"evil.example" not in answer.data, one
            assert not urlsplit(answer.headers.get("Location", "")).netloc, one


@pytest.mark.parametrize("path", ELSEWHERE)
@pytest.mark.parametrize("role", [Role.EMPLOYEE, None])
def test_no_address_leads_away(world: World, role: Role | None, path: str) -> None:
    client = world.visitor(role).client
    answer = client.get("/", environ_overrides={"PATH_INFO": path, "REQUEST_URI": path, "HTTP_HOST": "localhost"})

    assert answer.status_code in {302, 303, 308, 404}
    leads_to = answer.headers.get("Location", "/")
    assert leads_to.startswith("/")
    assert leads_to[1:2] not in {"/", "\\"}


@pytest.mark.parametrize("wanted", ["//evil.example/account", "/account?next=//evil.example", "/account?x=%0d%0aY:z"])
def test_after_signing_in_nobody_is_led_away(world: World, wanted: str) -> None:
    stranger = world.visitor(None)
    path, _, query = wanted.partition("?")
    stranger.client.get("/", environ_overrides={"PATH_INFO": path, "QUERY_STRING": query})
    letter = stranger.ask("hr@meridian.example")
    assert letter
    leads_to = stranger.send(f"/sign-in/{letter.token}").headers["Location"]

    assert not urlsplit(leads_to).netloc
    assert leads_to in {"/", "/account", wanted}


def test_the_links_of_mails_lead_to_the_address_that_was_set(world: World) -> None:
    visitor = elsewhere(world, Role.HR)
    for kind in ("invitation", "reminder", "sign_in"):
        text = visitor.client.get(f"/manage/preview/en/mail/{kind}.html", headers=SAID).text

        assert "http://127.0.0.1:8000/" in text
        assert "evil.example" not in text


def test_a_session_is_begun_anew_by_signing_in(world: World) -> None:
    visitor = Visitor.of(world.app)
    visitor.client.set_cookie("aloft", "chosen by somebody else")
    visitor.sign_in("ceo@meridian.example")
    kept = visitor.client.get_cookie("aloft")

    assert kept
    assert kept.value != "chosen by somebody else"
    assert len(kept.value) >= 43


def test_an_address_in_the_header_is_no_address_of_who_asks(world: World) -> None:
    seen: list[str | None] = []
    world.app.before_request_funcs.setdefault(None, []).insert(0, lambda: seen.append(request.remote_addr))
    world.visitor(None).client.get("/", headers=SAID)

    assert seen == ["127.0.0.1"]
