"""The settings of the provider are refused where they cannot be meant."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.services.provider import NobodyCouldSignIn, WrongRegistration, check_ways_in, read_registration
from survey.services.provider.registration import RoleClaim
from survey.services.rights import Role

GOOD: dict[str, Any] = {
    "base_url": "https://pulse.meridian.example/",
    "oidc_issuer": "https://id.meridian.example",
    "oidc_client_id": "aloft",
    "oidc_client_secret": SecretStr("s"),
}


def settings(**changed: Any) -> Settings:
    return Settings(**{**GOOD, **changed})


def test_without_an_issuer_there_is_no_provider() -> None:
    assert read_registration(Settings()) is None


def test_the_settings_are_read() -> None:
    roles = "groups:aloft-hr=hr, https://meridian.example/r:boss=ceo,"
    found = read_registration(settings(oidc_roles=roles, oidc_scopes="openid  email groups"))
    assert found

    assert found.back == "https://pulse.meridian.example/sign-in/provider/back"
    assert found.scopes == "openid email groups"
    assert found.roles == (
        RoleClaim("groups", "aloft-hr", Role.HR),
        RoleClaim("https://meridian.example/r", "boss", Role.CEO),
    )


def test_the_secret_may_lie_in_a_file(tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("from a file\n", "utf-8")
    found = read_registration(settings(oidc_client_secret=SecretStr(""), oidc_client_secret_file=file))

    assert found
    assert found.secret == "from a file"  # noqa: S105 -- of a test


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"oidc_issuer": "http://id.meridian.example"}, "wanted https"),
        ({"oidc_issuer": "https://id.meridian.example?x=y"}, "wanted https"),
        ({"oidc_client_id": ""}, "ALOFT_OIDC_CLIENT_ID"),
        ({"oidc_scopes": "email"}, "openid"),
        ({"oidc_client_secret_file": Path("/no/such")}, "one of them"),
        ({"oidc_client_secret": SecretStr(""), "oidc_client_secret_file": Path("/no/such")}, "FileNotFoundError"),
        ({"oidc_roles": "groups:x=leader"}, "ALOFT_OIDC_ROLES"),
        ({"oidc_roles": "groups:x=employee"}, "ALOFT_OIDC_ROLES"),
        ({"oidc_roles": "groups:x=boss"}, "ALOFT_OIDC_ROLES"),
        ({"oidc_roles": "groups=hr"}, "ALOFT_OIDC_ROLES"),
        ({"oidc_roles": ":x=hr"}, "ALOFT_OIDC_ROLES"),
    ],
)
def test_a_setting_that_cannot_be_meant_is_refused(changed: dict[str, Any], words: str) -> None:
    with pytest.raises(WrongRegistration, match=words):
        read_registration(settings(**changed))


def test_a_service_that_nobody_could_sign_in_to_does_not_begin() -> None:
    with pytest.raises(NobodyCouldSignIn, match="ALOFT_SIGN_IN_BY_MAIL"):
        check_ways_in(Settings(sign_in_by_mail=False))
    check_ways_in(settings(sign_in_by_mail=False))
