"""Random and derived tokens. What is stored of a token is its SHA-256 alone."""

import base64
import hashlib
import hmac
import secrets


def random_token() -> str:
    return secrets.token_urlsafe(32)


def hash_of(token: str) -> bytes:
    return hashlib.sha256(token.encode("utf-8")).digest()


def derived_token(secret: bytes, purpose: str, number: bytes) -> str:
    """The token of this number: whoever has the secret can make it again, nobody else can."""
    digest = hmac.digest(key_for(secret, purpose), number, "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode("ascii")


def key_for(secret: bytes, purpose: str) -> bytes:
    """A key of its own for each purpose, so that no two ever sign the same."""
    return hmac.digest(secret, purpose.encode("utf-8"), "sha256")
