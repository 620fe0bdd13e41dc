"""What a mail server reports about a mail that did not arrive (RFC 3464), read from whatever bytes come in."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, message_from_string, policy
from email.message import Message

IDENTITY = re.compile(r"<[^<>\s]{3,250}>")
STATUS = re.compile(r"\b([245])\.\d{1,3}\.\d{1,3}\b")
ADDRESS = re.compile(r"(?:rfc822|utf-8)\s*;\s*<?([^\s<>;]+@[^\s<>;]+?)>?\s*", re.IGNORECASE)
# A report holds the headers of one mail and some lines; what is larger is read to here.
MOST_BYTES = 1_000_000
# What the library's parser is known to raise on broken or endlessly nested mails.
UNREADABLE = (ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Bounce:
    """A mail that failed; `message_id` is "" if the report does not say which.

    Reports can be forged: act only on a Message-ID that was sent.
    """

    message_id: str
    address: str
    is_lasting: bool


def read_bounce(content: bytes) -> Bounce | None:
    """The first failure in a delivery report; None if it is no such report, or tells of success or of waiting."""
    try:
        report = message_from_bytes(content[:MOST_BYTES], policy=policy.compat32)
        parts = list(report.walk())
        failed = next((fields for fields in _recipients(parts) if _value(fields, "Action").lower() == "failed"), None)
        return _bounce(failed, parts) if failed else None
    except UNREADABLE:
        return None


def _recipients(parts: list[Message]) -> Iterator[Message]:
    """The groups of fields in the part that is for machines; the first is about the report itself."""
    for part in parts:
        if part.get_content_type() == "message/delivery-status" and part.is_multipart():
            yield from (group for group in part.get_payload() if isinstance(group, Message))


def _bounce(fields: Message, parts: list[Message]) -> Bounce | None:
    named = (ADDRESS.fullmatch(_value(fields, name)) for name in ("Original-Recipient", "Final-Recipient"))
    address = next((found[1] for found in named if found), None)
    status = STATUS.search(_value(fields, "Status"))
    return Bounce(_original(parts), address, bool(status and status[1] == "5")) if address else None


def _original(parts: list[Message]) -> str:
    """Message-ID of the mail that was sent, which comes back whole or as headers alone."""
    for part in parts:
        inner: object = part.get_payload()
        if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
            return _identity(inner[0])
        if part.get_content_type() in {"text/rfc822-headers", "message/rfc822-headers"}:
            return _identity(message_from_string(_text(part)))
    return ""


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    return payload.decode("utf-8", "replace") if isinstance(payload, bytes) else ""


def _identity(original: object) -> str:
    found = IDENTITY.search(_value(original, "Message-ID")) if isinstance(original, Message) else None
    return found[0] if found else ""


def _value(fields: Message, name: str) -> str:
    return str(fields.get(name, "")).strip()
