"""People are sent to the provider with everything that binds the answer to the question, and come back as somebody."""

import base64
from dataclasses import replace
from hashlib import sha256
from urllib.parse import parse_qs, urlsplit

import pytest

from survey.services.provider import Identity, ProviderFault, Reply
from survey.services.provider.registration import RoleClaim
from survey.services.rights import Role
from tests.survey.company import NOW
from tests.survey.services.provider.fakes import (
    ACCESS,
    CODE,
    ISSUER,
    PENDING,
    REGISTRATION,
    FakeProvider,
    Ticks,
    provider,
    rsa,
    signed,
)

USERINFO = {"userinfo_endpoint": f"{ISSUER}/userinfo"}


def came_back(web: FakeProvider, issuer: str | None = None) -> Identity:
    return provider(web).who_came_back(PENDING, code=CODE, issuer=issuer, now=NOW)


def test_the_question_holds_state_nonce_and_challenge_and_not_the_verifier() -> None:
    address = provider(FakeProvider()).sign_in_address(PENDING)
    asked = {name: value for name, [value] in parse_qs(urlsplit(address).query).items()}
    challenge = base64.urlsafe_b64encode(sha256(PENDING.verifier.encode()).digest()).rstrip(b"=").decode()

    assert address.startswith(f"{ISSUER}/authorize?")
    assert asked == {
        "response_type": "code",
        "client_id": "aloft",
        "redirect_uri": "https://pulse.meridian.example/sign-in/provider/back",
        "scope": "openid email",
        "state": PENDING.state,
        "nonce": PENDING.nonce,
        "code_challenge": challenge,
        "code_challenge_method": "S256",
    }


def test_the_code_is_exchanged_with_verifier_and_secret() -> None:
    web = FakeProvider()
    found = came_back(web)
    _, headers, form = next(one for one in web.asked if one[0] == "token")

    assert (found.issuer, found.subject, found.address) == (ISSUER, "ada-1", "ada@meridian.example")
    assert headers["Authorization"] == "Basic " + base64.b64encode(b"aloft:a secret").decode()
    assert form == {
        "grant_type": ["authorization_code"],
        "code": [CODE],
        "redirect_uri": [REGISTRATION.back],
        "code_verifier": [PENDING.verifier],
    }


def test_a_client_without_a_secret_says_who_it_is() -> None:
    web = FakeProvider()
    provider(web, registration=replace(REGISTRATION, secret="")).who_came_back(PENDING, code=CODE, issuer=None, now=NOW)
    _, headers, form = next(one for one in web.asked if one[0] == "token")

    assert "Authorization" not in headers
    assert form["client_id"] == ["aloft"]


def test_a_code_that_is_not_taken_signs_nobody_in() -> None:
    for said, told in (({"error": "invalid_grant"}, "400, invalid_grant"), ({"error": "ada@x"}, "no reason we know")):
        with pytest.raises(ProviderFault, match=told):
            came_back(FakeProvider(replies={"token": Reply(400, said)}))


@pytest.mark.parametrize("said", [{}, {"id_token": None}, {"id_token": ["x"]}, {"access_token": ACCESS}], ids=str)
def test_an_answer_without_a_token_signs_nobody_in(said: dict[str, object]) -> None:
    with pytest.raises(ProviderFault, match="no token"):
        came_back(FakeProvider(replies={"token": Reply(200, said)}))


def test_an_answer_of_another_provider_is_refused_before_the_code_is_shown() -> None:
    web = FakeProvider()
    with pytest.raises(ProviderFault, match="another provider"):
        came_back(web, "https://id.attacker.example")

    assert not web.times("token")
    assert came_back(web, ISSUER).subject == "ada-1"


def test_a_provider_that_names_itself_always_has_to() -> None:
    with pytest.raises(ProviderFault, match="another provider"):
        came_back(FakeProvider(metadata={"authorization_response_iss_parameter_supported": True}))


def test_new_keys_are_asked_for_once() -> None:
    web, ticks = FakeProvider(), Ticks()
    here = provider(web, ticks)
    here.who_came_back(PENDING, code=CODE, issuer=None, now=NOW)
    web.token, web.keys = signed(rsa("two")), [rsa("two").as_dict(private=False)]
    ticks.now += 60
    here.who_came_back(PENDING, code=CODE, issuer=None, now=NOW)
    assert web.times("keys") == 2
    web.token = signed(rsa("three"))
    for _ in range(5):
        with pytest.raises(ProviderFault):
            here.who_came_back(PENDING, code=CODE, issuer=None, now=NOW)

    assert web.times("keys") == 2


def test_what_it_says_of_itself_is_asked_once_an_hour() -> None:
    web, ticks = FakeProvider(), Ticks()
    here = provider(web, ticks)
    for seconds in (0, 1, 3_500, 200):
        ticks.now += seconds
        here.sign_in_address(PENDING)

    assert web.times(".well-known/openid-configuration") == 2


def test_a_provider_that_is_down_is_not_asked_again_at_once() -> None:
    web, ticks = FakeProvider(is_down=True), Ticks()
    here = provider(web, ticks)
    for _ in range(5):
        with pytest.raises(ProviderFault, match="no answer"):
            here.sign_in_address(PENDING)
    assert len(web.asked) == 1
    web.is_down, ticks.now = False, ticks.now + 11

    assert here.sign_in_address(PENDING)


def test_what_the_token_leaves_out_is_asked_for() -> None:
    said = {"sub": "ada-1", "email": "ada@meridian.example", "email_verified": True}
    web = FakeProvider(token=signed(email=None, email_verified=None), metadata=USERINFO, also=said)

    assert came_back(web).address == "ada@meridian.example"
    assert web.asked[-1][1] == {"Authorization": f"Bearer {ACCESS}"}


def test_the_token_has_the_last_word() -> None:
    said = {"sub": "ada-1", "email": "bo@meridian.example", "email_verified": True}
    web = FakeProvider(token=signed(email_verified=False), metadata=USERINFO, also=said)

    assert came_back(web).address is None


@pytest.mark.parametrize("also", [{}, {"sub": "bo-2"}, {"sub": ["ada-1"]}], ids=str)
def test_what_is_said_of_somebody_else_is_refused(also: dict[str, object]) -> None:
    web = FakeProvider(token=signed(email=None), metadata=USERINFO, also=also)
    with pytest.raises(ProviderFault, match="somebody else"):
        came_back(web)


def test_a_refusal_to_say_more_signs_nobody_in() -> None:
    replies = {"userinfo": Reply(401, {})}
    with pytest.raises(ProviderFault, match="401"):
        came_back(FakeProvider(token=signed(email=None), metadata=USERINFO, replies=replies))


def test_roles_are_read_from_claims() -> None:
    roles = (RoleClaim("groups", "aloft-hr", Role.HR), RoleClaim("groups", "aloft-admins", Role.ADMIN))
    web = FakeProvider(token=signed(groups=["aloft-hr", "others"]))
    here = provider(web, registration=replace(REGISTRATION, roles=roles))
    found = here.who_came_back(PENDING, code=CODE, issuer=None, now=NOW).claimed

    assert (found.decided, found.held) == ({Role.HR, Role.ADMIN}, {Role.HR})


def test_signing_out_there_is_offered_where_there_is_a_place_for_it() -> None:
    end = FakeProvider(metadata={"end_session_endpoint": f"{ISSUER}/end?a=b"})

    assert provider(FakeProvider()).sign_out_address() is None
    assert provider(FakeProvider(is_down=True)).sign_out_address() is None
    assert provider(end).sign_out_address() == (
        f"{ISSUER}/end?a=b&client_id=aloft&post_logout_redirect_uri=https%3A%2F%2Fpulse.meridian.example%2Fsigned-out"
    )


def test_nothing_secret_is_in_what_is_shown_of_it() -> None:
    shown = repr((REGISTRATION, provider(FakeProvider()).registration, came_back(FakeProvider())))

    assert "a secret" not in shown
    assert "ada" not in shown
