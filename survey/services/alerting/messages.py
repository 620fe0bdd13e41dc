"""What hooks are sent of an alert: a line of text for a chat, and signed JSON for other programs.

Whoever reads a chat may be anybody. Of a unit below the divisions a hook therefore says that there is an alert, and not
where or in what: its own people, HR and the CEO may know that, and they have a page for it.
"""

from datetime import datetime
from typing import Any

from survey.mail.letter import Button, Note
from survey.mail.writing.alert import alert_sheet
from survey.mail.writing.alerted import Alerted
from survey.mail.writing.sheet import STRONG
from survey.mail.writing.words import Words
from survey.services.chat.card import posted
from survey.services.hooks.message import JSON_TYPE, Message, signed, written

SCHEMA = "aloft.alert/1"


def for_chat(alert: Alerted) -> Message:
    """As incoming webhooks of Slack, Mattermost and Rocket.Chat take it."""
    heading, lines = _in_short(alert)
    body = {"text": "\n".join([f"*{_safe(heading)}*", *map(_safe, lines), alert.links.alert])}
    return Message(written(body), {**JSON_TYPE, "Aloft-Alert": str(alert.number)})


def for_teams(alert: Alerted) -> Message:
    """A card, as workflows of Teams take it; it says what the other chats are told."""
    heading, lines = _in_short(alert)
    button = Button(Words(alert.language).say("See this alert"), alert.links.alert)
    body = posted(Note(_plain(heading), tuple(map(_plain, lines)), (button,)))
    return Message(written(body), {**JSON_TYPE, "Aloft-Alert": str(alert.number)})


def _in_short(alert: Alerted) -> tuple[str, tuple[str, ...]]:
    if alert.within:
        return _title(alert), ()
    sheet = alert_sheet(Words(alert.language), alert)
    return sheet.subject, sheet.lead


def for_program(alert: Alerted, *, delivery: str, secret: str, now: datetime) -> Message:
    """The same delivery always has the same id; the moment in the signature is that of this try."""
    body = written({"schema": SCHEMA, "delivery": delivery, "test": False, **_facts(alert)})
    return signed(body, secret=secret, now=now, headers={"Aloft-Alert": str(alert.number), "Aloft-Delivery": delivery})


def _facts(alert: Alerted) -> dict[str, Any]:
    known = {
        "alert": alert.number,
        "kind": alert.kind,
        "repeated": alert.sent_on is not None,
        "company": alert.company,
        "url": alert.links.alert,
    }
    if alert.within:
        return {**known, "text": _title(alert), "unit": None, "principle": None, "change": None}
    sheet = alert_sheet(Words(alert.language), alert)
    text = _plain(" ".join([f"{sheet.subject}.", *sheet.lead]))
    return {**known, "text": text, "unit": alert.unit, "principle": alert.principle, "change": _change(alert)}


def _change(alert: Alerted) -> dict[str, Any] | None:
    since, size = alert.since, alert.size
    if since is None:
        return None
    onset = {"likeliest": since.likeliest, "earliest": since.earliest, "latest": since.latest}
    return {
        "shape": alert.shape,
        "onset": {name: day.isoformat() for name, day in onset.items()},
        "points": None if size is None else {"size": size.points, "low": size.low, "high": size.high},
        "evidence": alert.grade,
    }


def _title(alert: Alerted) -> str:
    words = Words(alert.language)
    return words.say("Aloft: alert %(number)s", number=alert.number)


def _safe(text: str) -> str:
    """For a chat that reads &, < and > as its own; names become no links and call nobody."""
    return _plain(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _plain(text: str) -> str:
    return text.replace(STRONG[0], "").replace(STRONG[1], "")
