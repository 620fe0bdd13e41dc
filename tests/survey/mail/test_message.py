from datetime import datetime, timedelta, timezone
from email import message_from_bytes, policy
from email.message import EmailMessage

import pytest

from survey.mail.addresses import Sender, UnusableAddress
from survey.mail.headers import UnsafeHeader, unsubscribe_headers
from survey.mail.message import compose
from tests.survey.mail.factories import SENDER, letter
from tests.survey.mail.fakes import NOON

LONG_LINK = "https://aloft.meridian.example/stop/" + "0123456789abcdef" * 6


def sent(message: EmailMessage) -> EmailMessage:
    """As it is read on the other side."""
    return message_from_bytes(bytes(message), policy=policy.default)


def test_text_and_html_travel_side_by_side() -> None:
    received = sent(compose(letter(text="Grüße – ∑\n", html="<p>Grüße</p>\n"), SENDER, at=NOON))
    parts = [part.get_content_type() for part in received.iter_parts()]

    assert received.get_content_type() == "multipart/alternative"
    assert parts == ["text/plain", "text/html"]
    assert [part.get_content() for part in received.iter_parts()] == ["Grüße – ∑\r\n", "<p>Grüße</p>\r\n"]


def test_the_headers_say_who_when_and_that_a_program_wrote_it() -> None:
    received = sent(compose(letter(), SENDER, at=NOON))

    assert received["From"] == "Aloft at Meridian <aloft@meridian.example>"
    assert received["Reply-To"] == "people@meridian.example"
    assert received["To"] == "ada@meridian.example"
    assert received["Date"] == "Mon, 02 Nov 2026 12:00:00 +0000"
    assert received["Message-ID"] == letter().message_id
    assert received["Auto-Submitted"] == "auto-generated"


def test_no_bounce_or_reply_goes_elsewhere_when_nothing_is_said_of_replies() -> None:
    assert "Reply-To" not in compose(letter(), Sender("", "aloft@meridian.example"), at=NOON)


def test_the_same_letter_at_the_same_moment_is_the_same_bytes() -> None:
    assert bytes(compose(letter(), SENDER, at=NOON)) == bytes(compose(letter(), SENDER, at=NOON))


def test_the_date_is_in_utc_wherever_the_clock_stands() -> None:
    there = timezone(timedelta(hours=9))

    assert compose(letter(), SENDER, at=NOON.astimezone(there))["Date"] == "Mon, 02 Nov 2026 12:00:00 +0000"


@pytest.mark.parametrize("text", ["November\r\nBcc: eve@evil.example", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\ud800b"])
def test_a_subject_of_two_lines_is_refused(text: str) -> None:
    with pytest.raises(UnsafeHeader, match="mail header Subject; wanted one line"):
        compose(letter(subject=text), SENDER, at=NOON)


def test_a_sender_of_two_lines_is_refused() -> None:
    with pytest.raises(UnsafeHeader, match="mail header From"):
        compose(letter(), Sender("Aloft\r\nBcc: eve@evil.example", "aloft@meridian.example"), at=NOON)


def test_an_address_with_a_second_one_in_it_is_refused() -> None:
    with pytest.raises(UnusableAddress):
        compose(letter(to="ada@meridian.example\nBcc: eve@evil.example"), SENDER, at=NOON)


@pytest.mark.parametrize("header", [("X-A\r\nBcc", "eve"), ("", "a"), ("X A", "a"), ("X-A", "a\r\nBcc: eve")])
def test_a_header_that_breaks_the_mail_apart_is_refused(header: tuple[str, str]) -> None:
    with pytest.raises(UnsafeHeader):
        compose(letter(headers=(header,)), SENDER, at=NOON)


def test_a_second_recipient_cannot_come_in_as_a_header() -> None:
    with pytest.raises(ValueError, match="may be at most 1"):
        compose(letter(headers=(("To", "eve@evil.example"),)), SENDER, at=NOON)


def test_a_foreign_message_id_is_refused() -> None:
    with pytest.raises(ValueError, match="as Message-ID"):
        compose(letter(message_id="<1@meridian.example>\r\nBcc: eve@evil.example"), SENDER, at=NOON)


def test_a_moment_without_a_zone_would_be_read_as_local_and_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        compose(letter(), SENDER, at=datetime(2026, 11, 2, 12))  # noqa: DTZ001 -- it is what the test is about


def test_utf8_headers_are_used_only_where_an_address_needs_them() -> None:
    plain = bytes(compose(letter(to="ada@müller.example", subject="Grüße"), SENDER, at=NOON))
    needed = bytes(compose(letter(to="jürgen@müller.example"), SENDER, at=NOON))

    assert plain.isascii()
    assert b"To: ada@xn--mller-kva.example\r\n" in plain
    assert "To: jürgen@xn--mller-kva.example\r\n".encode() in needed


def test_a_long_link_in_a_header_stays_as_it_is() -> None:
    headers = unsubscribe_headers(LONG_LINK, "people@meridian.example")
    content = bytes(compose(letter(headers=headers), SENDER, at=NOON))

    assert f"List-Unsubscribe: <{LONG_LINK}>,\r\n <mailto:people@meridian.example?subject=".encode() in content
    assert b"List-Unsubscribe-Post: List-Unsubscribe=One-Click\r\n" in content


def test_one_click_is_offered_over_https_only() -> None:
    assert [name for name, _ in unsubscribe_headers("http://127.0.0.1/stop", "people@x.example")] == [
        "List-Unsubscribe"
    ]


def test_a_contact_that_is_no_address_is_left_out_of_the_header() -> None:
    assert unsubscribe_headers(LONG_LINK, "Mia, room 12")[0] == ("List-Unsubscribe", f"<{LONG_LINK}>")


def test_no_line_is_too_long_for_a_server() -> None:
    content = bytes(compose(letter(text="ä" * 5000, subject="ü" * 300), SENDER, at=NOON))

    assert max(len(line) for line in content.split(b"\r\n")) <= 78
