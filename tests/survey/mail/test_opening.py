from pathlib import Path

import pytest

from survey.config import Settings
from survey.mail.mailbox import Mailbox, list_mails, read_mail
from survey.mail.opening import NoChannel, open_channel
from survey.mail.smtp import Smtp
from tests.survey.mail.factories import letter
from tests.survey.mail.fakes import NOON


def test_a_folder_goes_before_a_server(tmp_path: Path) -> None:
    settings = Settings(mail_folder=tmp_path, mail_host="mail.example")

    assert isinstance(open_channel(settings, clock=lambda: NOON), Mailbox)


def test_a_server_is_not_asked_before_there_is_a_letter() -> None:
    assert isinstance(open_channel(Settings(mail_host="mail.example"), clock=lambda: NOON), Smtp)


@pytest.mark.parametrize(("contact", "reply_to"), [("mia@meridian.example", "mia@meridian.example"), ("Room 12", None)])
def test_answers_go_to_the_contact_if_that_is_an_address(tmp_path: Path, contact: str, reply_to: str | None) -> None:
    open_channel(Settings(mail_folder=tmp_path), clock=lambda: NOON, contact=contact).send(letter())

    assert read_mail(tmp_path, list_mails(tmp_path)[0].name)["Reply-To"] == reply_to


def test_without_either_no_mail_can_leave() -> None:
    with pytest.raises(NoChannel, match="got neither"):
        open_channel(Settings(), clock=lambda: NOON)
