"""A letter as the message that leaves: text and HTML side by side, the same bytes for the same letter and moment."""

from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage

from survey.mail.addresses import Sender, is_international, read_address
from survey.mail.headers import MACHINE_MADE, check_header, policy_with
from survey.mail.identity import MESSAGE_ID
from survey.mail.letter import Letter


def compose(letter: Letter, sender: Sender, *, at: datetime) -> EmailMessage:
    """The message of a letter; `at` becomes its Date, in UTC."""
    identity = MESSAGE_ID.fullmatch(letter.message_id)
    if not identity:
        raise ValueError(f"got {letter.message_id!r} as Message-ID; wanted one that message_id() made")
    if at.tzinfo is None:
        raise ValueError(f"got {at} without a time zone as the date of a mail; wanted a moment")
    addresses = _addresses(letter, sender)
    message = EmailMessage(policy_with(utf8=any(map(is_international, addresses.values()))))
    for name, address in addresses.items():
        message[name] = address
    message["Date"] = at.astimezone(UTC)
    # Quoted-printable needs nothing of a server, and no line of it is too long.
    message.set_content(letter.text, cte="quoted-printable")
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    if letter.pictures:
        _enclose(message, letter, identity[2])
    message.set_boundary(f"=_{identity[2]}")
    # After the content, which would take a Content-Language with it into one of its parts.
    for name, value in (("Message-ID", letter.message_id), ("Subject", letter.subject), *MACHINE_MADE, *letter.headers):
        check_header(name, value)
        message[name] = value
    return message


def _enclose(message: EmailMessage, letter: Letter, digest: str) -> None:
    """Pictures travel with the HTML, so that opening the mail loads nothing."""
    html = message.get_body(("html",))
    if html is None:
        raise ValueError("got pictures without HTML that shows them")
    for picture in letter.pictures:
        html.add_related(picture.content, "image", "png", cid=f"<{picture.name}>", filename=f"{picture.name}.png")
    html.set_boundary(f"=_{digest}_with")


def _addresses(letter: Letter, sender: Sender) -> dict[str, Address]:
    check_header("From", sender.name)
    found = {"From": read_address(sender.address, name=sender.name), "To": read_address(letter.to)}
    if sender.reply_to:
        found["Reply-To"] = read_address(sender.reply_to)
    return found
