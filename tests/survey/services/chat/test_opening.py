"""What the settings name is opened; what cannot work is said, and left out."""

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.services.chat import ChatFirst, chats_of, with_chats
from survey.services.doctor import Severity
from survey.services.doctor.chats import chats
from tests.survey.mail.fakes import NOON, RecordingChannel

BOTH = Settings(
    slack_bot_token=SecretStr("xoxb-1"), teams_person_workflow_url=SecretStr("https://teams.example/w?sig=x")
)
WRONG = Settings(
    slack_bot_token=SecretStr("xoxp-of-a-person"), teams_person_workflow_url=SecretStr("http://teams.example")
)


def test_slack_is_asked_before_teams_and_both_before_the_mail() -> None:
    assert [chat.name for chat in chats_of(BOTH)] == ["slack-people", "teams-people"]
    assert isinstance(with_chats(RecordingChannel(), BOTH, clock=lambda: NOON), ChatFirst)


def test_what_cannot_work_is_left_out() -> None:
    assert chats_of(WRONG) == ()


@pytest.mark.parametrize(("settings", "severity"), [(BOTH, Severity.FINE), (WRONG, Severity.BROKEN)])
def test_the_doctor_says_of_each_whether_it_can_work(settings: Settings, severity: Severity) -> None:
    found = list(chats(settings))

    assert [one.severity for one in found] == [severity] * 2
    assert not [one for one in found if "xoxp" in one.told or "sig=" in one.told]


def test_of_what_is_not_set_the_doctor_says_nothing() -> None:
    assert list(chats(Settings())) == []
