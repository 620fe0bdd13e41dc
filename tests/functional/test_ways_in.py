"""Somebody sets up how people sign in, from the command line."""

import pytest

from survey.config import Settings
from survey.db import open_stores
from survey.queries import accounts, provider_links
from tests.functional.terminal import Aloft
from tests.functional.test_set_up import FIRST

ADA = "ada@meridian.example"


def test_a_service_that_nobody_could_sign_in_to_is_not_served(aloft: Aloft, monkeypatch: pytest.MonkeyPatch) -> None:
    aloft(*FIRST)
    monkeypatch.setenv("ALOFT_SIGN_IN_BY_MAIL", "false")
    refused = aloft("serve", "--port", "0")

    assert refused.exit_code == 2
    assert "ALOFT_SIGN_IN_BY_MAIL: got false without ALOFT_OIDC_ISSUER" in refused.stderr
    assert "set ALOFT_OIDC_ISSUER, or ALOFT_SIGN_IN_BY_MAIL to true" in aloft("doctor").stdout


def test_a_setting_of_the_provider_that_cannot_be_meant_is_told(aloft: Aloft, monkeypatch: pytest.MonkeyPatch) -> None:
    aloft(*FIRST)
    monkeypatch.setenv("ALOFT_OIDC_ISSUER", "http://id.meridian.example")
    refused = aloft("serve", "--port", "0")

    assert (refused.exit_code, "ALOFT_OIDC_ISSUER: wanted https" in refused.stderr) == (2, True)


def test_who_an_account_is_at_the_provider_is_forgotten_on_demand(aloft: Aloft) -> None:
    aloft(*FIRST)
    aloft("account", "add", ADA, "--role", "hr")
    stores = open_stores(Settings())
    with stores.company.write() as session:
        known = accounts.account_of_address(session, ADA)
        assert known
        assert known.account_id
        provider_links.add_link(session, known.account_id, issuer="https://id.meridian.example", subject="ada-1")
    stores.dispose()

    assert aloft("account", "unlink", ADA).stdout == f"{ADA} is nobody at the provider now.\n"
    assert aloft("account", "unlink", ADA).stdout == f"{ADA} was nobody at the provider.\n"
    assert aloft("account", "unlink", "bo@meridian.example").exit_code == 2
