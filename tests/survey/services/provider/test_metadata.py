"""A provider calls itself what the settings call it, and names addresses that nobody on the way can read."""

from typing import Any

import pytest

from survey.services.provider import ProviderFault, Reply
from survey.services.provider.address import is_safe
from survey.services.provider.metadata import discover
from tests.survey.services.provider.fakes import ISSUER, FakeProvider


def test_what_it_says_of_itself_is_read() -> None:
    found = discover(ISSUER, FakeProvider(metadata={"end_session_endpoint": f"{ISSUER}/end"}))

    assert (found.token, found.end_session, found.userinfo) == (f"{ISSUER}/token", f"{ISSUER}/end", None)
    assert found.method == "client_secret_basic"
    assert not found.names_itself


@pytest.mark.parametrize("name", [ISSUER + "/", ISSUER.upper(), "https://id.other.example", None, [ISSUER]], ids=str)
def test_another_name_is_refused(name: Any) -> None:
    with pytest.raises(ProviderFault, match="ALOFT_OIDC_ISSUER"):
        discover(ISSUER, FakeProvider(metadata={"issuer": name}))


@pytest.mark.parametrize("place", ["authorization_endpoint", "token_endpoint", "jwks_uri", "end_session_endpoint"])
@pytest.mark.parametrize(
    "address", ["http://id.meridian.example/x", "javascript:alert(1)", 7, "https://a b", "//x.example"]
)
def test_an_address_that_is_not_safe_is_refused(place: str, address: Any) -> None:
    with pytest.raises(ProviderFault, match=place):
        discover(ISSUER, FakeProvider(metadata={place: address}))


def test_a_page_that_is_not_there_is_told() -> None:
    missing = FakeProvider(replies={".well-known/openid-configuration": Reply(404, {})})
    with pytest.raises(ProviderFault, match="404"):
        discover(ISSUER, missing)


@pytest.mark.parametrize(
    ("said", "method"),
    [
        (["client_secret_post"], "client_secret_post"),
        (["private_key_jwt", "client_secret_post", "client_secret_basic"], "client_secret_basic"),
        ("nonsense", "client_secret_basic"),
    ],
)
def test_the_secret_is_shown_as_the_provider_wants(said: Any, method: str) -> None:
    web = FakeProvider(metadata={"token_endpoint_auth_methods_supported": said})

    assert discover(ISSUER, web).method == method


@pytest.mark.parametrize(
    ("address", "safe"),
    [
        ("https://id.example", True),
        ("http://127.0.0.1:9400", True),
        ("http://[::1]:9400/x", True),
        ("http://localhost", True),
        ("http://localhost.evil.example", False),
        ("http://10.0.0.1", False),
        ("https://user@id.example", False),
        ("https://id.example:99999", False),
        ("https://", False),
        ("https://id.example/\n", False),
        ("https://[", False),
        ("ftp://id.example", False),
    ],
)
def test_https_is_wanted_except_on_this_machine(address: str, *, safe: bool) -> None:
    assert is_safe(address) is safe
