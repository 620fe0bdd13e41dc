from pathlib import Path

import pytest

from survey.config import Settings
from survey.mail.mailbox import Mailbox
from survey.mail.opening import NoChannel, open_channel
from survey.mail.smtp import Smtp
from tests.survey.mail.fakes import NOON


def test_a_folder_goes_before_a_server(tmp_path: Path) -> None:
    settings = Settings(mail_folder=tmp_path, mail_host="mail.example")

    assert isinstance(open_channel(settings, clock=lambda: NOON), Mailbox)


def test_a_server_is_not_asked_before_there_is_a_letter() -> None:
    assert isinstance(open_channel(Settings(mail_host="mail.example"), clock=lambda: NOON), Smtp)


def test_without_either_no_mail_can_leave() -> None:
    with pytest.raises(NoChannel, match="got neither"):
        open_channel(Settings(), clock=lambda: NOON)
