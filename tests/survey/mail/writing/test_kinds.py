"""What each kind of mail says."""

import re
from collections.abc import Callable

import pytest

from survey.mail.letter import Letter
from survey.mail.message import compose
from survey.mail.writing.invitation import Reply, write_invitation
from survey.mail.writing.reminder import Reminder, write_reminder
from survey.mail.writing.sign_in import SignIn, write_sign_in
from survey.mail.writing.trial import write_trial
from survey.translations import LANGUAGES
from tests.survey.mail.factories import LINK, REPLY, SENDER, invitation
from tests.survey.mail.fakes import NOON

ADA = "ada@meridian.example"
STOP = "https://aloft.meridian.example/stop/1f2e"
AS_SENT = {"key": "wave 18, person 7", "domain": "meridian.example"}
Write = Callable[[str], Letter]


def invited(language: str = "en", **changes: object) -> Letter:
    return write_invitation(invitation(language=language, **changes), ADA, **AS_SENT)


def reminded(language: str = "en") -> Letter:
    return write_reminder(Reminder(invitation(language=language, reply=REPLY), STOP), ADA, **AS_SENT)


def signing_in(language: str = "en") -> Letter:
    link = "https://aloft.meridian.example/sign-in/9a"
    return write_sign_in(SignIn("Meridian", language, link, "people@meridian.example"), ADA, **AS_SENT)


def tried(language: str = "en") -> Letter:
    return write_trial(invitation(language=language), ADA, **AS_SENT)


KINDS: list[Write] = [invited, reminded, signing_in, tried]


@pytest.mark.parametrize("write", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_can_be_written_and_composed_in_every_language(write: Write, language: str) -> None:
    letter = write(language)
    message = compose(letter, SENDER, at=NOON)

    assert message["Content-Language"] == language
    assert f'<html lang="{language}" dir="ltr"' in letter.html
    assert "%(" not in letter.subject + letter.text + letter.html


@pytest.mark.parametrize("write", KINDS)
def test_opening_a_mail_loads_nothing_and_so_tells_nobody(write: Write) -> None:
    html = write("en").html

    assert not re.search(r"<(img|link|script|iframe|style)\b|\bsrc=|url\(|@import|background=", html, re.IGNORECASE)


@pytest.mark.parametrize("write", KINDS)
def test_a_mail_has_one_button_and_the_same_links_as_its_text(write: Write) -> None:
    letter = write("en")
    links = re.findall(r'href="([^"]*)"', letter.html)

    assert letter.html.count('class="button"') == 1
    assert sorted(links) == sorted(re.findall(r"^https?://\S+$", letter.text, re.MULTILINE))


def test_an_invitation_says_what_there_is_to_know() -> None:
    text = invited(reply=REPLY).text.replace("\N{NO-BREAK SPACE}", " ")

    for words in (
        LINK,
        "About a minute, until Friday 13 November. Voluntary: not answering has no consequence.",
        "groups of 5 or more",
        "After the last round\n\nHeard\nIn Delivery, helping a customer takes three approvals.",
        "people@meridian.example",
    ):
        assert words in text


def test_more_minutes_are_told_as_they_are() -> None:
    assert "About 2 minutes, until" in invited(minutes=2).text
    assert "Etwa 2 Minuten, bis" in invited("de", minutes=2).text


def test_the_companys_own_sentence_goes_before_the_usual_one() -> None:
    text = invited(why="Every month, so that no customer slips out of sight.").text

    assert "Every month, so that no customer slips out of sight." in text
    assert "share the say" not in text


def test_of_a_reply_only_what_was_written_is_told() -> None:
    text = invited(reply=Reply("", " ", "Sharing call recordings.\nLegal has not agreed.")).text

    assert "Not done\nSharing call recordings.\nLegal has not agreed.\n" in text
    assert "Heard" not in text


@pytest.mark.parametrize("reply", [None, Reply("", "", "")])
def test_without_a_reply_nothing_is_told_of_the_last_round(reply: Reply | None) -> None:
    assert "last round" not in invited(reply=reply).text


def test_words_of_the_company_cannot_become_html() -> None:
    html = invited(company="A & B", why="<script>alert(1)</script>", reply=Reply("<b>x</b>\ny", "", "")).html

    assert "A &amp; B" in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert "&lt;b&gt;x&lt;/b&gt;<br>y" in html


@pytest.mark.parametrize("link", ["javascript:alert(1)", "/pulse/1", 'https://x.example/"><b>', "https://x.example/ y"])
def test_what_is_no_web_address_is_no_link(link: str) -> None:
    with pytest.raises(ValueError, match="as a link; wanted https://"):
        invited(link=link)


def test_a_reminder_can_be_stopped_and_says_that_invitations_still_come() -> None:
    letter = reminded()

    assert dict(letter.headers)["List-Unsubscribe"].startswith(f"<{STOP}>, <mailto:people@meridian.example")
    assert dict(letter.headers)["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
    assert f"Stop reminders (the invitations still come)\n{STOP}" in letter.text


@pytest.mark.parametrize("write", [invited, signing_in, tried])
def test_other_mails_have_nothing_to_unsubscribe_from(write: Write) -> None:
    assert "List-Unsubscribe" not in dict(write("en").headers)


def test_a_trial_is_marked_as_one_before_anything_else() -> None:
    letter = tried()

    assert letter.subject == f"Trial: {invited().subject}"
    assert letter.text.startswith("Trial: this is how the invitation looks.")
    assert letter.text.endswith(invited().text)


def test_a_sign_in_mail_says_how_often_and_how_long_its_link_works() -> None:
    assert "The link works once, within 10 minutes of this mail." in signing_in().text


def test_a_kind_of_mail_stands_in_its_message_id() -> None:
    kinds = [write("en").message_id.partition(".")[0] for write in KINDS]

    assert kinds == ["<invitation", "<reminder", "<sign_in", "<trial"]


def test_a_subject_is_plain_text_in_english() -> None:
    assert invited().subject == "November pulse, open until Friday 13 November"
    assert invited().subject.isascii()
