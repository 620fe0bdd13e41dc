"""Every route, for every role: a new one fails here until it says what it needs."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from survey.db import Stores
from survey.services.rights import ALLOWED, Action, Role
from survey.web.guard import need_of
from tests.survey.company import SALES, add_account
from tests.survey.web.visitor import Visitor

PUBLIC = {
    "static",
    "bootstrap.static",
    "front.page",
    "front.alive",
    "front.ready",
    "account.sign_in",
    "account.ask",
    "account.sent",
    "account.link",
    "account.consume",
    "pulse.method",
}
# The link alone opens these; one that opens nothing gets the same kind page from everybody.
BY_LINK = {
    "pulse.broken",
    "pulse.page",
    "pulse.send",
    "pulse.saved",
    "pulse.withdraw",
    "pulse.withdrawn",
    "reminders.ask",
    "reminders.stop",
}
# Written down a second time on purpose: a route that changes its need has to be changed here, too.
NEEDS = {
    "account.own": Action.USE_OWN_ACCOUNT,
    "account.sign_out": Action.USE_OWN_ACCOUNT,
    "account.end_session": Action.USE_OWN_ACCOUNT,
    "account.end_all": Action.USE_OWN_ACCOUNT,
    "audit.page": Action.SEE_AUDIT_LOG,
}
VALUES = {"token": "no-such-token", "person": 1}
FILES = {"static": "inside.css", "bootstrap.static": "css/bootstrap.min.css"}


def rules(app: Flask) -> list[tuple[Rule, str, str]]:
    """Each rule with a path that leads to it and a method."""
    adapter = app.url_map.bind("localhost")
    values = {endpoint: {"filename": file} for endpoint, file in FILES.items()}
    return [
        (rule, adapter.build(rule.endpoint, values.get(rule.endpoint, VALUES), method, append_unknown=False), method)
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_every_route_has_an_entry_and_says_the_same(app: Flask) -> None:
    said = {rule.endpoint: need_of(app, rule.endpoint) for rule in app.url_map.iter_rules()}

    assert {endpoint for endpoint, need in said.items() if need and need.action is None} == PUBLIC | BY_LINK
    assert {endpoint: need.action for endpoint, need in said.items() if need and need.action} == NEEDS
    assert all(said.values())


@pytest.mark.parametrize("role", Role)
def test_a_role_reaches_what_it_may_and_nothing_else(stores: Stores, app: Flask, role: Role) -> None:
    account = add_account(stores, "ada@meridian.example", role, unit=SALES)
    for rule, path, method in rules(app):
        visitor = Visitor.of(app)
        visitor.become(account, f"{rule.endpoint} {method}")
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
