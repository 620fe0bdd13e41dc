"""Sign-in through a real provider, as a browser lives it."""

import logging
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from flask import Flask

from survey.db import Stores
from survey.queries import audit as log
from tests.survey.company import add_account, add_person
from tests.survey.provider_process import ProviderProcess
from tests.survey.web.account.conftest import ADA
from tests.survey.web.account.journey import come_back, there
from tests.survey.web.visitor import Visitor


@pytest.mark.usefixtures("ada")
def test_somebody_signs_in_and_sees_the_page_they_wanted(visitor: Visitor, provider: ProviderProcess) -> None:
    assert visitor.get("/account?from=mail").location == "/sign-in"
    assert "Sign in with your work account" in visitor.get("/sign-in").text
    back = come_back(visitor, provider)

    assert (back.status_code, back.location) == (303, "/account?from=mail")
    assert ">ada@meridian.example</a><span>HR</span>" in visitor.get("/account").text


def test_everybody_in_the_people_file_signs_in(stores: Stores, visitor: Visitor, provider: ProviderProcess) -> None:
    add_person(stores, "Bo@meridian.example")
    provider.knows("bo-2", {"email": "bo@meridian.example", "email_verified": True})

    assert come_back(visitor, provider, "bo-2").status_code == 303
    assert visitor.get("/account").status_code == 200


@pytest.mark.usefixtures("ada")
def test_a_cookie_is_sent_that_no_script_reads_and_no_other_site_uses(
    visitor: Visitor, provider: ProviderProcess
) -> None:
    set_cookies = come_back(visitor, provider).headers.getlist("Set-Cookie")
    session = next(one for one in set_cookies if one.startswith("aloft="))

    assert "HttpOnly" in session
    assert "SameSite=Lax" in session


@pytest.mark.usefixtures("ada")
def test_who_says_no_there_is_told(visitor: Visitor, provider: ProviderProcess) -> None:
    state = parse_qs(urlsplit(there(visitor)).query)["state"][0]
    refused = visitor.get(f"/sign-in/provider/back?error=access_denied&error_description=%3Cb%3E&state={state}")

    assert refused.status_code == 422
    assert "You were not signed in there." in refused.text
    assert "<b>" not in refused.text
    del provider


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize(
    ("subject", "claims", "words"),
    [
        ("eve-1", {"email": ADA}, "not vouched for"),
        ("eve-2", {"email": ADA, "email_verified": False}, "not vouched for"),
        ("eve-3", {"email_verified": True}, "not vouched for"),
        ("eve-4", {"email": "eve@meridian.example", "email_verified": True}, "Nobody here has this account"),
    ],
)
def test_who_is_not_let_in_is_told_why(
    visitor: Visitor, provider: ProviderProcess, subject: str, claims: dict[str, object], words: str
) -> None:
    provider.knows(subject, claims)
    refused = come_back(visitor, provider, subject)

    assert refused.status_code == 403
    assert words in refused.text
    assert "hr@meridian.example" in refused.text
    assert visitor.get("/account").status_code == 302


def test_roles_come_from_claims(make: Callable[..., Flask], stores: Stores, provider: ProviderProcess) -> None:
    account = add_account(stores, ADA, "ceo")
    app = make(oidc_roles="groups:aloft-hr=hr,groups:aloft-ceo=ceo")
    provider.knows("ada-1", {"email": ADA, "email_verified": True, "groups": ["aloft-hr"]})
    visitor = Visitor.of(app)
    come_back(visitor, provider)

    assert "<span>HR</span>" in visitor.get("/account").text
    with stores.company.read() as session:
        written = [(one.action, one.details.get("role")) for one in log.entries(session)]
    assert written == [("role taken", "ceo"), ("role given", "hr"), ("signed in", None)]
    assert account == 1


@pytest.mark.usefixtures("ada")
def test_signing_out_offers_to_sign_out_there_too(visitor: Visitor, provider: ProviderProcess) -> None:
    come_back(visitor, provider)
    out = visitor.send("/sign-out", seen_on="/account")
    page = visitor.get(out.location)

    assert out.location == "/signed-out"
    assert f'href="{provider.issuer}/oauth2/end_session?client_id=aloft&amp;post_logout_redirect_uri=' in page.text
    assert "http%3A%2F%2Flocalhost%2Fsigned-out" in page.text


@pytest.mark.usefixtures("ada")
@pytest.mark.parametrize("issuer", ["http://127.0.0.1:1", "{}/"])
def test_a_provider_that_is_down_or_another_is_told_and_written_down_without_a_name(
    make: Callable[..., Flask], provider: ProviderProcess, issuer: str, caplog: pytest.LogCaptureFixture
) -> None:
    visitor = Visitor.of(make(oidc_issuer=issuer.format(provider.issuer)))
    with caplog.at_level(logging.WARNING):
        page = visitor.get("/sign-in/provider")

    assert page.status_code == 503
    assert "does not work just now" in page.text
    assert "Sign-in through the provider failed: " in caplog.text
    assert visitor.get("/signed-out").status_code == 200
