"""Every form of every page: sent by nobody but the page it stands on, and what is written in it comes out as text."""

from collections.abc import Iterator

import pytest
from werkzeug.test import TestResponse

from survey.services.rights import Role
from tests.survey.web.crawling.canaries import ATTACK
from tests.survey.web.crawling.forms import TOKEN, Form, forms_of
from tests.survey.web.crawling.routes import addresses
from tests.survey.web.crawling.test_canaries import assert_harmless
from tests.survey.web.crawling.world import World
from tests.survey.web.visitor import Visitor

FROM_ELSEWHERE = (
    {"Origin": "https://evil.example"},
    {"Origin": "null"},
    {"Origin": "http://["},
    {"Origin": "http://localhost.evil.example"},
    {"Referer": "https://evil.example/http://localhost/"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site", "Origin": "http://other.localhost"},
    {"Sec-Fetch-Site": "cross-site", "Origin": "http://localhost"},
)
FROM_HERE = (
    {},
    {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"},
    {"Origin": "null", "Sec-Fetch-Site": "same-origin"},
    {"Referer": "http://localhost/manage"},
)
REFUSED, FROM_NO_PAGE_OF_OURS = 400, 403


def shown_to(visitor: Visitor) -> Iterator[tuple[str, TestResponse]]:
    for one in addresses(visitor.app):
        if one.method == "GET":
            answer = visitor.get(one.path)
            if answer.status_code == 200 and answer.mimetype == "text/html":
                yield one.path, answer


def forms_shown_to(visitor: Visitor) -> list[Form]:
    """Each once, whatever page it stands on."""
    found = [form for path, answer in shown_to(visitor) for form in forms_of(answer.text, path)]
    return list({(form.action, *sorted(form.fields)): form for form in found}.values())


def send(visitor: Visitor, form: Form, headers: dict[str, str] | None = None, **changed: str) -> TestResponse:
    return visitor.client.post(form.action, data={**form.fields, **changed}, headers=headers, buffered=True)


@pytest.mark.parametrize("role", [*Role, None])
def test_no_form_is_taken_from_elsewhere_or_without_its_token(world: World, role: Role | None) -> None:
    visitor, other = world.visitor(role), world.visitor(Role.ADMIN)
    foreign = next(form.fields[TOKEN] for form in forms_of(other.get("/account").text, "/account"))
    forms = forms_shown_to(visitor)

    assert len(forms) > (1 if role is None else 2)
    for form in forms:
        assert form.has_token, form
        for token in ("", foreign):
            assert send(visitor, form, csrf_token=token).status_code == REFUSED, form
        for headers in FROM_ELSEWHERE:
            assert send(visitor, form, headers).status_code == FROM_NO_PAGE_OF_OURS, (form, headers)


@pytest.mark.parametrize("headers", FROM_HERE)
def test_a_form_is_taken_from_its_page(world: World, headers: dict[str, str]) -> None:
    visitor = world.visitor(Role.HR)
    (form,) = (one for one in forms_of(visitor.get("/manage/moments").text, "/manage/moments") if "words" in one.fields)

    assert send(visitor, form, headers, first_day="2026-10-01", words="a moment").status_code == 303


@pytest.mark.parametrize("role", [Role.HR, Role.CEO, Role.ADMIN, None])
def test_what_is_written_in_a_form_comes_out_as_text(world: World, role: Role | None) -> None:
    visitor = world.visitor(role)
    forms = [form for form in forms_shown_to(visitor) if not form.action.startswith("/sign-out")]
    for form in sorted(forms, key=lambda one: ("account" in one.action, "/end" in one.action, one.action)):
        for changed in (form.writable, form.fields.keys() - {TOKEN}):
            assert_harmless(send(visitor, form, **dict.fromkeys(changed, ATTACK)), form)
        assert_harmless(send(visitor, form), form)
