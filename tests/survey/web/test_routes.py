"""Every route, for every role: a new one fails here until it says what it needs."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from dashboards.assets import asset
from survey.db import Stores
from survey.queries.moments import MomentFacts, add_moment
from survey.services.rights import ALLOWED, Role
from survey.web.guard import need_of
from tests.survey.company import NOW, SALES, add_account
from tests.survey.releases import publish_and_tell
from tests.survey.web.needs import BY_LINK, NEEDS, NEEDS_OF_PROGRAMS, PUBLIC
from tests.survey.web.programme.scenes import open_since_today
from tests.survey.web.visitor import Visitor

VALUES = {"token": "no-such-token", "person": 1, "number": 1, "unit": SALES, "moment": 1}
PREVIEWED = {"token": "de", "kind": "reminder"}
FILES = {
    "static": {"filename": "inside.css"},
    "bootstrap.static": {"filename": "css/bootstrap.min.css"},
    "charts.static": {"name": asset("draw.js").name},
}


def rules(app: Flask) -> list[tuple[Rule, str, str]]:
    """Each rule for people, with a path that leads to it and a method."""
    adapter = app.url_map.bind("localhost")
    values = FILES | {endpoint: PREVIEWED for endpoint in NEEDS if endpoint.startswith("preview.")}
    return [
        (rule, adapter.build(rule.endpoint, values.get(rule.endpoint, VALUES), method, append_unknown=False), method)
        for rule in app.url_map.iter_rules()
        if rule.endpoint not in NEEDS_OF_PROGRAMS
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_every_route_has_an_entry_and_says_the_same(app: Flask) -> None:
    said = {rule.endpoint: need_of(app, rule.endpoint) for rule in app.url_map.iter_rules()}

    assert {endpoint for endpoint, need in said.items() if need and need.action is None} == PUBLIC | BY_LINK
    for_people = {endpoint: need.action for endpoint, need in said.items() if need and need.action and not need.scope}
    for_programs = {endpoint: (need.action, need.scope) for endpoint, need in said.items() if need and need.scope}
    assert for_people == NEEDS
    assert for_programs == NEEDS_OF_PROGRAMS
    assert all(said.values())


@pytest.mark.parametrize("role", Role)
def test_a_role_reaches_what_it_may_and_nothing_else(stores: Stores, app: Flask, role: Role) -> None:
    account = add_account(stores, "ada@meridian.example", role, unit=SALES)
    publish_and_tell(stores, open_since_today(stores))
    with stores.company.write() as session:
        add_moment(session, MomentFacts(NOW.date(), None, "other", "a moment", SALES), account=None, now=NOW)
    for rule, path, method in rules(app):
        visitor = Visitor.of(app)
        visitor.become(account, f"{rule.rule} {method}")
        status = visitor.client.open(path, method=method, buffered=True).status_code
        is_let_in = rule.endpoint not in BY_LINK and (rule.endpoint in PUBLIC or role in ALLOWED[NEEDS[rule.endpoint]])

        # A form without its token is refused with 400, behind the guard.
        assert (status != 404) is is_let_in, (rule.endpoint, status)


def test_a_stranger_is_led_to_sign_in_or_told(app: Flask) -> None:
    for rule, path, method in rules(app):
        answer = Visitor.of(app).client.open(path, method=method, buffered=True)
        if rule.endpoint in BY_LINK:
            assert answer.status_code == 404, rule.endpoint
        elif rule.endpoint not in PUBLIC:
            wanted = (302, "/sign-in") if method == "GET" else (401, None)
            assert (answer.status_code, answer.location) == wanted, rule.endpoint
        else:
            assert answer.status_code in {200, 400}, rule.endpoint


def test_the_doors_of_the_demo_are_not_there(app: Flask) -> None:
    assert not [rule for rule in app.url_map.iter_rules() if "demo" in rule.rule]


def test_a_browser_reaches_nothing_that_is_for_programs(stores: Stores, app: Flask) -> None:
    visitor = Visitor.of(app)
    visitor.become(add_account(stores, "all@meridian.example", *(set(Role) - {Role.LEADER})))
    for rule in app.url_map.iter_rules():
        if rule.endpoint in NEEDS_OF_PROGRAMS:
            method = min((rule.methods or set()) - {"HEAD", "OPTIONS"})
            path = app.url_map.bind("localhost").build(rule.endpoint, VALUES, method, append_unknown=False)
            assert visitor.client.open(path, method=method).status_code == 401, rule.endpoint
