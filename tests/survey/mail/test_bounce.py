import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from survey.mail.bounce import Bounce, read_bounce

ORIGINAL = "<invitation.e075291e3f0a34fe1d5c0c37fe337464@meridian.example>"
REPORT = """From: MAILER-DAEMON@mx.meridian.example
To: aloft@meridian.example
Subject: Undelivered Mail Returned to Sender
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary="b"

--b
Content-Type: text/plain

The mail could not be delivered.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; mx.meridian.example
Arrival-Date: Mon, 2 Nov 2026 12:00:00 +0000

{recipient}
--b
Content-Type: {returned}

From: aloft@meridian.example
Message-ID:
 {original}
Subject: November pulse

--b--
"""
FIELDS = """Original-Recipient: rfc822;ada@meridian.example
Final-Recipient: rfc822; a.lovelace@mail.meridian.example
Action: failed
Status: 5.1.1
"""


def report(recipient: str = FIELDS, returned: str = "text/rfc822-headers", original: str = ORIGINAL) -> bytes:
    return REPORT.format(recipient=recipient, returned=returned, original=original).encode()


@pytest.mark.parametrize("returned", ["text/rfc822-headers", "message/rfc822"])
@pytest.mark.parametrize("line_end", [b"\n", b"\r\n"])
def test_a_report_says_which_mail_to_whom_failed_for_good(returned: str, line_end: bytes) -> None:
    content = report(returned=returned).replace(b"\n", line_end)

    assert read_bounce(content) == Bounce(ORIGINAL, "ada@meridian.example", is_lasting=True)


def test_a_mailbox_that_was_full_for_days_is_no_lasting_failure() -> None:
    found = read_bounce(report(FIELDS.replace("5.1.1", "4.2.2 (full)")))

    assert found == Bounce(ORIGINAL, "ada@meridian.example", is_lasting=False)


def test_without_the_original_address_the_final_one_is_named() -> None:
    found = read_bounce(report("Final-Recipient: RFC822; <ada@meridian.example>\nAction: FAILED\nStatus: 5.0.0\n"))

    assert found
    assert found.address == "ada@meridian.example"


def test_without_the_original_mail_it_is_not_known_which_one_failed() -> None:
    found = read_bounce(report(returned="text/plain"))

    assert found
    assert found.message_id == ""


@pytest.mark.parametrize("action", ["delayed", "delivered", "relayed", "expanded", ""])
def test_success_and_waiting_are_no_bounce(action: str) -> None:
    assert read_bounce(report(FIELDS.replace("failed", action))) is None


def test_of_several_recipients_the_one_that_failed_counts() -> None:
    other = FIELDS.replace("ada@", "ben@").replace("failed", "delivered")
    found = read_bounce(report(f"{other}\n{FIELDS}"))

    assert found
    assert found.address == "ada@meridian.example"


@pytest.mark.parametrize("content", [b"", b"Subject: Away\n\nBack on Monday", b"\0\xff", report("Action: failed\n")])
def test_what_is_no_report_is_no_bounce(content: bytes) -> None:
    assert read_bounce(content) is None


def test_a_mail_nested_without_end_is_no_bounce() -> None:
    nested = b"".join(b'Content-Type: multipart/mixed; boundary="%d"\n\n--%d\n' % (n, n) for n in range(5000))

    assert read_bounce(nested) is None


@given(st.binary(max_size=2000))
@example(b"Content-Type: message/delivery-status\n\nAction: failed\nFinal-Recipient: rfc822; a@b\n")
def test_no_bytes_at_all_make_it_fall_over(content: bytes) -> None:
    found = read_bounce(content)

    assert found is None or "@" in found.address


@given(st.lists(st.tuples(st.integers(0, len(report()) - 1), st.binary(max_size=12)), max_size=12))
def test_no_damage_to_a_report_makes_it_fall_over(damages: list[tuple[int, bytes]]) -> None:
    content = report()
    for place, bytes_there in damages:
        content = content[:place] + bytes_there + content[place + len(bytes_there) :]

    found = read_bounce(content)

    assert found is None or "@" in found.address
