"""The doctor says whether anybody is told that a wave has closed."""

from typing import Any

from pydantic import SecretStr

from survey.config import Settings
from survey.services.doctor import Severity
from survey.services.doctor.wave_hook import wave_hook

URL = {"wave_webhook_url": SecretStr("https://other.example/waves")}


def found(**settings: Any) -> list[str]:
    return [one.severity for one in wave_hook(Settings(**settings))]


def test_of_a_hook_that_is_not_set_nothing_is_said() -> None:
    assert found() == []


def test_without_a_secret_it_is_broken_and_with_one_it_is_fine() -> None:
    assert found(**URL) == [Severity.BROKEN]
    assert found(**URL, alert_webhook_secret=SecretStr("s" * 32)) == [Severity.FINE]
