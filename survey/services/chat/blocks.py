"""A note as Slack takes it (Block Kit). Every text is plain: names become no links and call nobody."""

from typing import Any

from survey.mail.letter import Button, Note

LONGEST_HEADING, LONGEST_TEXT, LONGEST_BUTTON = 150, 3000, 75


def blocks(note: Note) -> list[dict[str, Any]]:
    sections = [{"type": "section", "text": _plain(line, LONGEST_TEXT)} for line in note.lines]
    buttons = [_button(one, at) for at, one in enumerate(note.buttons)]
    return [
        {"type": "header", "text": _plain(note.heading, LONGEST_HEADING)},
        *sections,
        {"type": "actions", "elements": buttons},
    ]


def summary(note: Note) -> str:
    """What a notification shows. It is read as text with marks in it, which is why those are taken out."""
    return note.heading.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _button(button: Button, at: int) -> dict[str, Any]:
    """One that opens its address; what Slack tells of the click is acknowledged at /slack/events, and forgotten."""
    style = {} if at else {"style": "primary"}
    return {
        "type": "button",
        "action_id": f"open_{at}",
        "text": _plain(button.words, LONGEST_BUTTON),
        "url": button.address,
        **style,
    }


def _plain(text: str, most: int) -> dict[str, Any]:
    short = text if len(text) <= most else f"{text[: most - 1]}…"
    return {"type": "plain_text", "text": short, "emoji": False}
