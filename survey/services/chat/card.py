"""A note as Teams takes it: an Adaptive Card 1.4 in the message that a workflow waits for.

Texts stand in runs, which know no Markdown: names become no links.
"""

from typing import Any

from survey.mail.letter import Button, Note

VERSION = "1.4"
CARD_TYPE = "application/vnd.microsoft.card.adaptive"


def posted(note: Note) -> dict[str, Any]:
    """What the trigger "When a Teams webhook request is received" takes."""
    return {
        "type": "message",
        "attachments": [{"contentType": CARD_TYPE, "contentUrl": None, "content": card(note)}],
    }


def card(note: Note) -> dict[str, Any]:
    heading = _text(note.heading, weight="Bolder", size="Medium")
    actions = {"actions": [_action(button) for button in note.buttons]} if note.buttons else {}
    return {
        "type": "AdaptiveCard",
        "$schema": "http://adaptivecards.io/schemas/adaptive-card.json",
        "version": VERSION,
        "body": [heading, *(_text(line) for line in note.lines)],
        **actions,
    }


def _text(text: str, **look: str) -> dict[str, Any]:
    return {"type": "RichTextBlock", "inlines": [{"type": "TextRun", "text": text, **look}]}


def _action(button: Button) -> dict[str, Any]:
    return {"type": "Action.OpenUrl", "title": button.words, "url": button.address}
