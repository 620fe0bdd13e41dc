"""`aloft alert test` sends through each channel now, and says what came of it."""

import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.db import Stores
from survey.mail.mailbox import list_mails
from survey.services.alerting.proof import Proof, Trial
from survey.services.alerting.proving import ALL, prove
from survey.services.hooks import Channels, HookFault
from tests.survey.company import NOW, add_account, add_company
from tests.survey.services.alerting.test_hooked import Hooks
from tests.survey.services.chat.cards import card_of

SLACK = {"alert_slack_url": SecretStr("https://hooks.chat.example/T")}


def proofs(stores: Stores, hooks: Hooks, *, wanted: tuple[str, ...] = ALL, to: str = "", **changed: Any) -> list[Proof]:
    settings = Settings(**changed)
    trial = Trial(settings, Channels(settings, hooks), lambda: NOW, to)
    with stores.company.read() as session:
        return list(prove(session, trial, wanted))


def test_each_ceo_gets_a_test_mail_and_it_says_that_it_is_one(stores: Stores, tmp_path: Path) -> None:
    add_company(stores)
    for name in ("ceo", "other"):
        add_account(stores, f"{name}@meridian.example", "ceo")
    found = proofs(stores, Hooks(), mail_folder=tmp_path)

    assert [(one.channel, one.works) for one in found[:2]] == [("mail", True)] * 2
    assert {one.subject for one in list_mails(tmp_path)} == {"Test: alerts arrive here"}
    assert [(one.channel, one.is_set) for one in found[2:]] == [(name, False) for name in ALL[1:]]


def test_it_may_go_to_another_address(stores: Stores, tmp_path: Path) -> None:
    proofs(stores, Hooks(), mail_folder=tmp_path, to="ops@meridian.example", wanted=("mail",))

    assert [one.to for one in list_mails(tmp_path)] == ["ops@meridian.example"]


def test_without_a_ceo_or_a_server_it_says_so(stores: Stores) -> None:
    assert "nobody with the role CEO" in proofs(stores, Hooks(), wanted=("mail",))[0].told
    add_account(stores, "ceo@meridian.example", "ceo")

    assert "ALOFT_MAIL_HOST" in proofs(stores, Hooks(), wanted=("mail",))[0].told


@pytest.mark.parametrize("fault", [None, HookFault("404 no_service")])
def test_a_hook_is_told_with_what_it_said(stores: Stores, fault: HookFault | None) -> None:
    hooks = Hooks(fault=fault)
    (proof,) = proofs(stores, hooks, wanted=("slack",), **SLACK)

    assert proof.works is (fault is None)
    assert proof.told == ("404 no_service" if fault else "the message was taken")


def test_what_teams_gets_for_a_test_is_a_card(stores: Stores) -> None:
    hooks = Hooks()
    (proof,) = proofs(stores, hooks, wanted=("teams",), teams_workflow_url=SecretStr("https://teams.example/w"))

    assert proof.works
    assert "a test" in card_of(json.loads(hooks.taken[0][1]))["body"][0]["inlines"][0]["text"]
