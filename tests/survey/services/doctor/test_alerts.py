"""The doctor says when an alert would reach nobody."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.db import Stores
from survey.services.doctor import Severity
from survey.services.doctor.alerts import alerts
from tests.survey.company import add_account, add_company

MAIL = {"mail_host": "smtp.meridian.example"}
SLACK = {"alert_slack_url": SecretStr("https://hooks.chat.example/T")}


def told(stores: Stores, **settings: Any) -> list[tuple[str, str]]:
    with stores.company.read() as session:
        return [(one.severity, f"{one.told} {one.mend}") for one in alerts(session, Settings(**settings))]


def test_without_a_ceo_and_a_hook_nobody_is_reached(stores: Stores) -> None:
    add_company(stores)
    add_account(stores, "old@meridian.example", "ceo", closed=True)
    ((severity, words),) = told(stores, **MAIL)

    assert severity == Severity.WARNING
    assert "An alert would reach nobody: nobody with a mail address is CEO" in words
    assert "aloft account add ADDRESS --role ceo" in words


def test_a_ceo_whom_no_mail_reaches_is_none(stores: Stores) -> None:
    add_account(stores, "ceo@meridian.example", "ceo")

    assert "An alert would reach nobody: no mail leaves" in told(stores)[0][1]


def test_with_a_ceo_or_a_hook_it_says_which_ways_there_are(stores: Stores, tmp_path: Path) -> None:
    assert [severity for severity, _ in told(stores, **SLACK)] == [Severity.WARNING, Severity.FINE]
    add_account(stores, "ceo@meridian.example", "ceo")

    ((severity, words),) = told(stores, mail_folder=tmp_path, **SLACK)
    assert severity == Severity.FINE
    assert words.startswith("Alerts go out by mail to 1 with the role CEO, slack;")


@pytest.mark.parametrize(
    "wrong",
    [
        {"alert_webhook_url": SecretStr("https://other.example")},
        {"alert_slack_url": SecretStr("http://hooks.chat.example/T")},
        {"teams_workflow_url": SecretStr("http://teams.example/workflows/1")},
    ],
)
def test_a_hook_that_cannot_work_is_broken(stores: Stores, wrong: dict[str, Any]) -> None:
    add_account(stores, "ceo@meridian.example", "ceo")

    assert told(stores, **MAIL, **wrong)[0][0] == Severity.BROKEN
