"""What Teams takes as an Adaptive Card, as documented for the elements that we use."""

from typing import Any

import jsonschema

RUN = {
    "type": "object",
    "required": ["type", "text"],
    "properties": {
        "type": {"const": "TextRun"},
        "text": {"type": "string", "minLength": 1},
        "weight": {"enum": ["Default", "Lighter", "Bolder"]},
        "size": {"enum": ["Default", "Small", "Medium", "Large", "ExtraLarge"]},
    },
    "additionalProperties": False,
}
BLOCK = {
    "type": "object",
    "required": ["type", "inlines"],
    "properties": {"type": {"const": "RichTextBlock"}, "inlines": {"type": "array", "minItems": 1, "items": RUN}},
    "additionalProperties": False,
}
ACTION = {
    "type": "object",
    "required": ["type", "title", "url"],
    "properties": {
        "type": {"const": "Action.OpenUrl"},
        "title": {"type": "string", "minLength": 1},
        "url": {"type": "string", "pattern": "^https?://"},
    },
    "additionalProperties": False,
}
CARD = {
    "type": "object",
    "required": ["type", "version", "body"],
    "properties": {
        "type": {"const": "AdaptiveCard"},
        "$schema": {"const": "http://adaptivecards.io/schemas/adaptive-card.json"},
        "version": {"const": "1.4"},
        "body": {"type": "array", "minItems": 1, "items": BLOCK},
        "actions": {"type": "array", "minItems": 1, "maxItems": 6, "items": ACTION},
    },
    "additionalProperties": False,
}
ATTACHMENT = {
    "type": "object",
    "required": ["contentType", "content"],
    "properties": {
        "contentType": {"const": "application/vnd.microsoft.card.adaptive"},
        "contentUrl": {"type": "null"},
        "content": CARD,
    },
    "additionalProperties": False,
}
MESSAGE = {
    "type": "object",
    "required": ["type", "attachments"],
    "properties": {
        "type": {"const": "message"},
        "attachments": {"type": "array", "minItems": 1, "maxItems": 1, "items": ATTACHMENT},
        "recipient": {"type": "string", "pattern": "^[^@ ]+@[^@ ]+$"},
        "delivery": {"type": "string", "minLength": 1},
    },
    "additionalProperties": False,
}


def card_of(body: dict[str, Any]) -> dict[str, Any]:
    """The card, if it is one."""
    jsonschema.validate(body, MESSAGE)
    found: dict[str, Any] = body["attachments"][0]["content"]
    return found
