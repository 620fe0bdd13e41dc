"""What a hook is sent: a body of JSON, and for other programs the mark by which they know that it is ours."""

import hashlib
import hmac
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

JSON_TYPE = {"Content-Type": "application/json; charset=utf-8", "User-Agent": "Aloft"}


@dataclass(frozen=True, slots=True)
class Message:
    """A body, and the headers it goes with."""

    body: bytes
    headers: dict[str, str]


def signed(body: bytes, *, secret: str, now: datetime, headers: dict[str, str]) -> Message:
    """HMAC-SHA256 over the moment, a full stop and the body."""
    at = int(now.timestamp())
    mark = hmac.digest(secret.encode(), f"{at}.".encode() + body, hashlib.sha256).hex()
    return Message(body, {**JSON_TYPE, **headers, "Aloft-Signature": f"t={at},v1={mark}"})


def written(body: dict[str, Any]) -> bytes:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
