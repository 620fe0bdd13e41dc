"""Every route, for every role: a new one fails here until it says what it needs."""

import pytest
from flask import Flask
from werkzeug.routing import Rule

from dashboards.assets import asset
from survey.db import Stores
from survey.queries.moments import MomentFacts, add_moment
from survey.services.rights import ALLOWED, Action, Role
from survey.web.guard import need_of
from tests.survey.company import NOW, SALES, add_account
from tests.survey.releases import publish_and_tell
from tests.survey.web.programme.scenes import open_since_today
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
    "account.signed_out",
    "pulse.method",
    "charts.static",
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
    # These are there where a provider is set.
    "account.begin",
    "account.back",
}
# Written down a second time on purpose: a route that changes its need has to be changed here, too.
NEEDS = {
    "account.own": Action.USE_OWN_ACCOUNT,
    "account.sign_out": Action.USE_OWN_ACCOUNT,
    "account.end_session": Action.USE_OWN_ACCOUNT,
    "account.end_all": Action.USE_OWN_ACCOUNT,
    "alerts.page": Action.SEE_BRIEF,
    "alerts.acknowledge": Action.SEE_BRIEF,
    "audit.page": Action.SEE_AUDIT_LOG,
    "programme.overview": Action.SEE_PROGRAMME,
    "programme.plan": Action.SEE_PROGRAMME,
    "programme.wave": Action.SEE_PROGRAMME,
    "programme.calendar": Action.SEE_PROGRAMME,
    "programme.calendar_file": Action.SEE_PROGRAMME,
    "programme.replies": Action.WRITE_REPLY,
    "programme.reply": Action.WRITE_REPLY,
    "programme.keep_reply": Action.WRITE_REPLY,
    "programme.preview_reply": Action.WRITE_REPLY,
    "programme.new": Action.RUN_PROGRAMME,
    "programme.preview": Action.RUN_PROGRAMME,
    "programme.create": Action.RUN_PROGRAMME,
    "programme.pause": Action.RUN_PROGRAMME,
    "programme.resume": Action.RUN_PROGRAMME,
    "programme.move": Action.RUN_PROGRAMME,
    "programme.ask_raise": Action.RUN_PROGRAMME,
    "programme.raise_k": Action.RUN_PROGRAMME,
    "programme.ask_end": Action.RUN_PROGRAMME,
    "programme.end": Action.RUN_PROGRAMME,
    "programme.ask_open": Action.RUN_PROGRAMME,
    "programme.open": Action.RUN_PROGRAMME,
    "programme.ask_remind": Action.RUN_PROGRAMME,
    "programme.remind": Action.RUN_PROGRAMME,
    "programme.ask_close": Action.RUN_PROGRAMME,
    "programme.close": Action.RUN_PROGRAMME,
    "moments.page": Action.KEEP_MOMENTS,
    "moments.add": Action.KEEP_MOMENTS,
    "moments.edit": Action.KEEP_MOMENTS,
    "moments.correct": Action.KEEP_MOMENTS,
    "moments.withdraw": Action.KEEP_MOMENTS,
    "brief.page": Action.SEE_BRIEF,
    "results.newest": Action.SEE_RESULTS,
    "results.wave": Action.SEE_RESULTS,
    "results.unit": Action.SEE_RESULTS,
    "results.release": Action.SEE_RELEASE,
    "results.bands": Action.SEE_RELEASE,
    "results.questions": Action.SEE_RELEASE,
    "results.as_csv": Action.SEE_RELEASE,
    "results.as_xlsx": Action.SEE_RELEASE,
    "results.as_json": Action.SEE_RELEASE,
    "dashboards.participation": Action.SEE_TRENDS,
    "dashboards.instrument": Action.SEE_TRENDS,
    "dashboards.comments": Action.SEE_COMMENTS,
    "dashboards.comments_csv": Action.SEE_COMMENTS,
    "moderation.page": Action.MODERATE_COMMENTS,
    "moderation.keep": Action.MODERATE_COMMENTS,
    "moderation.publish": Action.MODERATE_COMMENTS,
    "dashboards.overview": Action.SEE_TRENDS,
    "dashboards.unit": Action.SEE_UNIT,
    "dashboards.overview_csv": Action.SEE_TRENDS,
    "dashboards.overview_xlsx": Action.SEE_TRENDS,
    "dashboards.overview_json": Action.SEE_TRENDS,
    "dashboards.unit_csv": Action.SEE_UNIT,
    "dashboards.unit_xlsx": Action.SEE_UNIT,
    "dashboards.unit_json": Action.SEE_UNIT,
    "people.page": Action.IMPORT_PEOPLE,
    "people.template": Action.IMPORT_PEOPLE,
    "people.choose": Action.IMPORT_PEOPLE,
    "people.dry_run": Action.IMPORT_PEOPLE,
    "people.changes": Action.IMPORT_PEOPLE,
    "people.columns": Action.IMPORT_PEOPLE,
    "people.apply": Action.IMPORT_PEOPLE,
    "people.discard": Action.IMPORT_PEOPLE,
    "people.stored": Action.HANDLE_PERSONAL_DATA,
    "people.ask": Action.HANDLE_PERSONAL_DATA,
    "people.erase": Action.HANDLE_PERSONAL_DATA,
    "slips.page": Action.PRINT_SLIPS,
    "slips.sheets": Action.PRINT_SLIPS,
    "preview.index": Action.RUN_PROGRAMME,
    "preview.page": Action.RUN_PROGRAMME,
    "preview.send": Action.RUN_PROGRAMME,
    "preview.saved": Action.RUN_PROGRAMME,
    "preview.answered": Action.RUN_PROGRAMME,
    "preview.withdraw": Action.RUN_PROGRAMME,
    "preview.withdrawn": Action.RUN_PROGRAMME,
    "preview.closed": Action.RUN_PROGRAMME,
    "preview.reminders": Action.RUN_PROGRAMME,
    "preview.stop": Action.RUN_PROGRAMME,
    "preview.stopped": Action.RUN_PROGRAMME,
    "preview.mail": Action.RUN_PROGRAMME,
    "preview.letter": Action.RUN_PROGRAMME,
    "preview.trial": Action.RUN_PROGRAMME,
}
VALUES = {"token": "no-such-token", "person": 1, "number": 1, "unit": SALES, "moment": 1}
PREVIEWED = {"token": "de", "kind": "reminder"}
FILES = {
    "static": {"filename": "inside.css"},
    "bootstrap.static": {"filename": "css/bootstrap.min.css"},
    "charts.static": {"name": asset("draw.js").name},
}


def rules(app: Flask) -> list[tuple[Rule, str, str]]:
    """Each rule with a path that leads to it and a method."""
    adapter = app.url_map.bind("localhost")
    values = FILES | {endpoint: PREVIEWED for endpoint in NEEDS if endpoint.startswith("preview.")}
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
