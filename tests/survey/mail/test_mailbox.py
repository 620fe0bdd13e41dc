import stat
from datetime import timedelta
from pathlib import Path

import pytest

from survey.mail.mailbox import Mailbox, NoSuchMail, html_of, list_mails, read_mail, text_of
from survey.mail.sending import Channel, Unreachable
from tests.survey.mail.factories import SENDER, letter
from tests.survey.mail.fakes import NOON


def mailbox(folder: Path, minutes: int = 0) -> Channel:
    return Mailbox(folder, SENDER, clock=lambda: NOON + timedelta(minutes=minutes))


def test_a_letter_is_a_file_that_can_be_read_again(tmp_path: Path) -> None:
    mailbox(tmp_path / "mails").send(letter(text="Grüße\n", html="<p>Grüße</p>\n"))
    envelope = list_mails(tmp_path / "mails")[0]
    mail = read_mail(tmp_path / "mails", envelope.name)

    assert (envelope.to, envelope.subject, envelope.at) == ("ada@meridian.example", "November pulse", NOON)
    assert (text_of(mail), html_of(mail)) == ("Grüße\n", "<p>Grüße</p>\n")


def test_the_same_letter_twice_is_one_file(tmp_path: Path) -> None:
    mailbox(tmp_path).send(letter())
    mailbox(tmp_path, minutes=5).send(letter())

    assert len(list(tmp_path.iterdir())) == 1


def test_the_newest_mail_comes_first(tmp_path: Path) -> None:
    for minutes, subject in enumerate(["first", "second", "third"]):
        mailbox(tmp_path, minutes).send(letter(key=subject, subject=subject))

    assert [envelope.subject for envelope in list_mails(tmp_path)] == ["third", "second", "first"]


def test_a_folder_that_is_not_there_is_empty(tmp_path: Path) -> None:
    assert list_mails(tmp_path / "absent") == ()


def test_only_its_owner_may_read_a_mail(tmp_path: Path) -> None:
    mailbox(tmp_path / "mails").send(letter())

    assert [stat.S_IMODE(path.stat().st_mode) for path in (tmp_path / "mails").iterdir()] == [0o600]
    assert stat.S_IMODE((tmp_path / "mails").stat().st_mode) == 0o700


def test_what_is_no_mail_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("x")
    (tmp_path / ".half-written").write_text("x")

    assert list_mails(tmp_path) == ()


@pytest.mark.parametrize("name", ["../secret.eml", "secret", "", "/etc/passwd", f"sign_in.{'0' * 32}.eml"])
def test_a_name_that_is_not_listed_reads_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.eml").write_text("x")

    with pytest.raises(NoSuchMail):
        read_mail(tmp_path / "mails", name)


def test_a_folder_that_cannot_be_written_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "mails").write_text("a file in its place")

    with pytest.raises(Unreachable, match="mails"):
        mailbox(tmp_path / "mails").send(letter())
