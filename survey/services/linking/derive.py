"""What the epoch's key makes of persons and waves. Without the key each result is random bytes.

Every message has a label and fields of fixed width, so that no two meanings share a message.
"""

import base64
import hmac
import struct
from hashlib import sha256

SHARE_BITS = 53


def response_id(key: bytes, *, wave: int, person: int) -> bytes:
    """Under which a person's answers in one wave are stored: the same again when they answer again."""
    return _derive(key, b"response", struct.pack(">qq", wave, person))


def comment_id(key: bytes, *, wave: int, person: int) -> bytes:
    """Unlike the response's, so that a comment leads to no answers."""
    return _derive(key, b"comment", struct.pack(">qq", wave, person))


def pseudonym(key: bytes, *, person: int, unit: int) -> bytes:
    """Links a person's answers within the epoch and one unit: a mover starts afresh."""
    return _derive(key, b"pseudonym", struct.pack(">qq", person, unit))


def link_token(key: bytes, invitation: bytes) -> str:
    """The secret part of a personal link, made when the mail is; 43 characters."""
    return base64.urlsafe_b64encode(_derive(key, b"link", invitation)).rstrip(b"=").decode()


def token_hash(token: str) -> bytes:
    """What is stored of a link."""
    return sha256(token.encode()).digest()


def is_in_sample(key: bytes, *, wave: int, person: int, share: float) -> bool:
    """Whether the lot fell on this person; stored nowhere."""
    drawn = int.from_bytes(_derive(key, b"sample", struct.pack(">qq", wave, person))[:8], "big")
    return (drawn >> (64 - SHARE_BITS)) < share * (1 << SHARE_BITS)


def _derive(key: bytes, label: bytes, fields: bytes) -> bytes:
    return hmac.digest(key, label.ljust(16, b"\0") + fields, "sha256")
