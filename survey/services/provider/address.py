"""Which addresses of a provider are used: https, or http on this machine alone, for a trial."""

from ipaddress import ip_address
from urllib.parse import SplitResult, urlsplit


def is_safe(text: object) -> bool:
    """Whether it is an address of the web that nobody on the way can read or change."""
    if not isinstance(text, str) or not text.isprintable() or " " in text or not text.isascii():
        return False
    try:
        parts = urlsplit(text)
        usable = bool(parts.hostname) and parts.username is None and parts.port != 0
    except ValueError:
        return False
    return usable and (parts.scheme == "https" or (parts.scheme == "http" and is_loopback(parts)))


def is_loopback(parts: SplitResult) -> bool:
    host = parts.hostname or ""
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False
