"""Somebody who gives another program a token, and takes it away."""

import pytest

from survey.cli.token import SCOPES
from survey.services.api_tokens import Scope
from tests.functional.terminal import Aloft

FIRST = ("init", "--company", "Meridian", "--contact", "hr@meridian.example", "--time-zone", "Europe/Stockholm")
MAKE = ("token", "create", "nightly load", "--account", "payroll@meridian.example", "--scope", "people:write")


@pytest.fixture
def company(aloft: Aloft) -> Aloft:
    aloft(*FIRST)
    aloft("account", "add", "payroll@meridian.example", "--role", "hr")
    return aloft


def test_a_token_is_shown_once_listed_and_revoked(company: Aloft) -> None:
    made = company(*MAKE)
    listed = company("token", "list").stdout
    company("token", "revoke", "1")

    assert made.stdout.startswith("aloft_")
    assert "1  nightly load  payroll@meridian.example  people:write  good until" in listed
    assert made.stdout.strip() not in listed
    assert "no longer good" in company("token", "list").stdout


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ((*MAKE, "--days", "0"), "--days: got 0; wanted 1 to 366"),
        (("token", "create", " ", *MAKE[3:]), "label: got 0 characters; wanted 1 to 80"),
        (("token", "revoke", "7"), "7: got a token that is not there or was revoked"),
        ((*MAKE[:3], "--account", "x@y.example", *MAKE[5:]), "x@y.example: got an address without an account"),
    ],
)
def test_what_cannot_be_done_ends_with_two_and_a_reason(company: Aloft, words: tuple[str, ...], told: str) -> None:
    done = company(*words)

    assert (done.exit_code, told in done.stderr) == (2, True)


def test_the_command_knows_every_scope() -> None:
    assert tuple(Scope) == SCOPES
