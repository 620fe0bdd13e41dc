"""Letters and what they are written from."""

from datetime import date
from typing import Any

from survey.mail.addresses import Sender
from survey.mail.identity import message_id
from survey.mail.letter import Letter
from survey.mail.writing.invitation import Invitation, Reply

SENDER = Sender("Aloft at Meridian", "aloft@meridian.example", reply_to="people@meridian.example")
LINK = "https://aloft.meridian.example/pulse/3f9a2b7c9d0e1f2a3b4c5d6e7f8091a2b3c4d5e6f708192a"
REPLY = Reply(
    heard="In Delivery, helping a customer takes three approvals.",
    done="Since 2 November anyone there may grant up to 40 hours of help without asking.",
    not_done="Sharing call recordings: legal has not agreed yet.",
)


def letter(**changes: Any) -> Letter:
    usual = {
        "to": "ada@meridian.example",
        "subject": "November pulse",
        "text": "The questions are open.\n",
        "html": "<p>The questions are open.</p>\n",
        "message_id": message_id("invitation", changes.pop("key", "wave 18, person 7"), "meridian.example"),
    }
    return Letter(**{**usual, **changes})


def invitation(**changes: Any) -> Invitation:
    usual: dict[str, Any] = {
        "company": "Meridian",
        "language": "en",
        "month": date(2026, 11, 1),
        "link": LINK,
        "minutes": 1,
        "last_day": date(2026, 11, 13),
        "k": 5,
        "contact": "people@meridian.example",
        "method_link": "https://aloft.meridian.example/method",
    }
    return Invitation(**{**usual, **changes})
