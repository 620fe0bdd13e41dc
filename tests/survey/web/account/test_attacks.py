"""Sign-in through a real provider, as somebody uses it who wants to be somebody else."""

import logging
from urllib.parse import parse_qs, urlencode, urlsplit

import pytest
from flask import Flask

from survey.db import Stores
from survey.models.company.accounts import Account
from tests.survey.company import NOW
from tests.survey.provider_process import ProviderProcess
from tests.survey.web.account.conftest import ADA
from tests.survey.web.account.journey import come_back, path_of, there
from tests.survey.web.visitor import Visitor


@pytest.mark.usefixtures("ada")
def test_an_answer_is_of_use_once(visitor: Visitor, provider: ProviderProcess, app: Flask) -> None:
    answer = path_of(provider.sign_in(there(visitor), "ada-1"))
    assert visitor.get(answer).status_code == 303
    visitor.client.delete_cookie("aloft")

    for again in (visitor, Visitor.of(app)):
        assert again.get(answer).status_code == 422
        assert again.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
def test_a_code_that_was_used_opens_nothing_in_a_sign_in_of_its_own(
    visitor: Visitor, provider: ProviderProcess, app: Flask
) -> None:
    used = parse_qs(urlsplit(provider.sign_in(there(visitor), "ada-1")).query)["code"][0]
    query = {"code": used, "state": parse_qs(urlsplit(there(visitor)).query)["state"][0]}
    assert visitor.get(f"/sign-in/provider/back?{urlencode(query)}").status_code == 503, "the nonce is another"
    thief = Visitor.of(app)
    query["state"] = parse_qs(urlsplit(there(thief)).query)["state"][0]

    assert thief.get(f"/sign-in/provider/back?{urlencode(query)}").status_code == 503
    assert thief.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
def test_nobody_is_signed_in_as_somebody_who_sent_them_an_answer(
    visitor: Visitor, provider: ProviderProcess, app: Flask
) -> None:
    planted = path_of(provider.sign_in(there(visitor), "ada-1"))
    victim = Visitor.of(app)
    assert victim.get(planted).status_code == 422
    there(victim)

    refused = victim.get(planted)
    assert refused.status_code == 422
    assert "was not begun here, or is over" in refused.text
    assert victim.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("query", ["", "?state=", "?code=x", "?state=x&code=y", "?state=%FF%00&code=%C3", "?state=é"])
def test_an_answer_to_nothing_is_told(visitor: Visitor, query: str) -> None:
    there(visitor)

    assert visitor.get(f"/sign-in/provider/back{query}").status_code == 422


def test_an_address_of_somebody_else_does_not_open_their_account(
    visitor: Visitor, provider: ProviderProcess, ada: int, stores: Stores
) -> None:
    assert come_back(visitor, provider).status_code == 303
    visitor.client.delete_cookie("aloft")
    provider.knows("eve-5", {"email": ADA, "email_verified": True})
    assert "belonged to another account before" in come_back(visitor, provider, "eve-5").text
    with stores.company.write() as session:
        session.get_one(Account, ada).closed_at = NOW

    assert "your account here is closed" in come_back(visitor, provider).text


def test_signing_in_ends_the_session_before(visitor: Visitor, provider: ProviderProcess, ada: int) -> None:
    answer = path_of(provider.sign_in(there(visitor), "ada-1"))
    visitor.become(ada, "planted")
    assert visitor.get(answer).status_code == 303
    visitor.client.set_cookie("aloft", "planted")

    assert visitor.get("/account").status_code == 302


@pytest.mark.usefixtures("ada")
def test_no_log_holds_an_address_a_subject_or_a_code(
    visitor: Visitor, provider: ProviderProcess, caplog: pytest.LogCaptureFixture
) -> None:
    provider.knows("eve-6", {"email": "eve@meridian.example"})
    with caplog.at_level(logging.DEBUG):
        address = provider.sign_in(there(visitor), "eve-6")
        visitor.get(path_of(address))

    assert "no verified address" in caplog.text
    assert not [one for one in ("eve", parse_qs(urlsplit(address).query)["code"][0]) if one in caplog.text]
