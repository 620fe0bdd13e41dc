"""Header fields: what all mails carry, what reminders carry, and what no field may hold."""

import re
from email.headerregistry import BaseHeader, HeaderRegistry, UnstructuredHeader
from email.policy import EmailPolicy
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from survey.mail.addresses import is_address, read_address

if TYPE_CHECKING:  # the policy takes a parameter for whoever checks types, and none when it runs
    from email.message import EmailMessage

NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")
UNSAFE = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
MACHINE_MADE = (("Auto-Submitted", "auto-generated"), ("X-Auto-Response-Suppress", "OOF, AutoReply"))


class UnsafeHeader(ValueError):
    """A header field that would break the mail apart, such as a subject of two lines."""


class LinkHeader(UnstructuredHeader, BaseHeader):
    """A field of addresses in angle brackets, one to a line; the library's own folding would encode long ones."""

    def fold(self, *, policy: Any) -> str:
        return f"{self.name}: {str(self).replace('>, <', f'>,{policy.linesep} <')}{policy.linesep}"


def policy_with(*, utf8: bool) -> "EmailPolicy[EmailMessage]":
    registry = HeaderRegistry()
    registry.map_to_type("list-unsubscribe", LinkHeader)
    return EmailPolicy(linesep="\r\n", utf8=utf8, cte_type="7bit", header_factory=registry)


def check_header(name: str, value: str) -> None:
    if not NAME.fullmatch(name):
        raise UnsafeHeader(f"got {name!r} as the name of a mail header; wanted letters, digits and -")
    if found := UNSAFE.search(value):
        raise UnsafeHeader(f"got {found.group()!r} in the mail header {name}; wanted one line of text")


def unsubscribe_headers(link: str, contact: str) -> tuple[tuple[str, str], ...]:
    """How a mail program stops reminders: with one click (https only) or by a mail to the contact."""
    places = [f"<{link}>"]
    if is_address(contact):
        places.append(f"<mailto:{quote(str(read_address(contact)), safe='@')}?subject=unsubscribe>")
    one_click = (("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),) if link.startswith("https://") else ()
    return (("List-Unsubscribe", ", ".join(places)), *one_click)
