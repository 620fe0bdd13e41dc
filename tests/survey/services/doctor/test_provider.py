"""The doctor says whether the provider answers, and which address is to be registered there."""

from typing import Any

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.services.doctor import Finding, Severity
from survey.services.doctor.provider import provider
from tests.survey.services.provider.fakes import ISSUER, FakeProvider

SECRET = SecretStr("s")


def settings(**changed: Any) -> Settings:
    given = {"oidc_issuer": ISSUER, "oidc_client_id": "aloft", "oidc_client_secret": SECRET, **changed}
    return Settings(base_url="https://pulse.meridian.example", **given)


def found(web: FakeProvider | None = None, **changed: Any) -> list[Finding]:
    return list(provider(settings(**changed), web or FakeProvider()))


def test_a_provider_that_answers_is_told_with_the_address_to_register() -> None:
    [only] = found()

    assert only.severity is Severity.FINE
    assert only.told.endswith("https://pulse.meridian.example/sign-in/provider/back")


def test_where_no_provider_is_set_nothing_is_said() -> None:
    assert found(oidc_issuer="") == []


@pytest.mark.parametrize(
    ("web", "words"),
    [
        (FakeProvider(is_down=True), "no answer within 5 seconds"),
        (FakeProvider(metadata={"issuer": ISSUER + "/"}), "to the letter"),
        (FakeProvider(keys=[]), "no key that could be used"),
    ],
)
def test_a_provider_that_does_not_answer_as_one_is_told(web: FakeProvider, words: str) -> None:
    [only] = found(web)

    assert only.severity is Severity.BROKEN
    assert words in only.told


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"oidc_roles": "nonsense"}, "ALOFT_OIDC_ROLES"),
        ({"oidc_issuer": "", "sign_in_by_mail": False}, "ALOFT_SIGN_IN_BY_MAIL"),
    ],
)
def test_settings_that_contradict_each_other_are_told(changed: dict[str, Any], words: str) -> None:
    [only] = found(**changed)

    assert only.severity is Severity.BROKEN
    assert words in only.told
    assert only.mend


def test_a_client_without_a_secret_is_a_limit_that_is_told() -> None:
    _, limit = found(oidc_client_secret=SecretStr(""))

    assert limit.severity is Severity.WARNING
