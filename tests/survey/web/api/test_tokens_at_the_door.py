"""Who is let into the API: a token that is good, for what it is for, as far as its account may."""

from datetime import timedelta

from flask import Flask

from survey.db import Stores
from survey.queries.api_tokens import kept_tokens
from survey.services.accounts import close_account
from survey.services.api_tokens import Scope, revoke_token
from tests.survey.services.alerting.waves import CEO, HR, Months
from tests.survey.web.api.program import Program
from tests.survey.web.visitor import Visitor


def test_without_a_token_nobody_is_let_in(app: Flask) -> None:
    answer = Program(app, "").get("/waves")

    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"] == 'Bearer realm="Aloft"'
    assert answer.json["title"].startswith("A token is wanted")


def test_a_token_that_nobody_made_is_none(app: Flask) -> None:
    assert Program(app, "aloft_" + "x" * 43).get("/waves").status_code == 401
    assert Program(app, "\N{SNOWMAN}").get("/waves").status_code == 401


def test_a_browser_that_is_signed_in_is_no_program(app: Flask) -> None:
    visitor = Visitor.of(app)
    visitor.become(2)

    assert visitor.get("/api/v1/waves").status_code == 401


def test_a_token_opens_no_page(app: Flask, program: Program) -> None:
    answer = app.test_client().get("/dashboards", headers={"Authorization": f"Bearer {program.token}"})

    assert (answer.status_code, answer.location) == (302, "/sign-in")


def test_a_token_is_for_its_scopes_alone(app: Flask) -> None:
    narrow = Program.of(app, HR, scopes=[Scope.ALERTS_READ])

    assert narrow.get("/alerts").status_code == 200
    assert narrow.get("/waves").status_code == 403


def test_a_token_may_no_more_than_its_account(app: Flask) -> None:
    of_the_ceo = Program.of(app, CEO)

    assert of_the_ceo.get("/alerts").status_code == 200
    assert of_the_ceo.ask("POST", "/people/imports", data=b"", content_type="text/csv").status_code == 403


def test_a_token_that_was_revoked_is_over_at_once(stores: Stores, program: Program, months: Months) -> None:
    with stores.company.write() as session:
        revoke_token(session, kept_tokens(session)[0].id, now=months.now)

    assert program.get("/waves").status_code == 401


def test_a_token_is_over_in_time(app: Flask, months: Months) -> None:
    program = Program.of(app, HR, days=1)
    months.now += timedelta(days=1)

    assert program.get("/waves").status_code == 401


def test_with_its_account_a_token_is_closed(stores: Stores, program: Program, months: Months) -> None:
    with stores.company.write() as session:
        close_account(session, address=HR, now=months.now)

    assert program.get("/waves").status_code == 401


def test_of_its_use_the_day_is_kept(stores: Stores, program: Program, months: Months) -> None:
    program.get("/waves")
    with stores.company.read() as session:
        assert kept_tokens(session)[0].used_on == months.now.date()
