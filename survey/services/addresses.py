"""Mail addresses as people type them."""

import re

LONGEST = 254
WELL_FORMED = re.compile(r"[^@\s\x00-\x1f<>\"(),;:\\]+@[^@\s\x00-\x1f<>\"(),;:\\]+\.[^@\s.\x00-\x1f<>\"(),;:\\]{2,}")


class IllFormedAddress(ValueError):
    """What was typed is no mail address."""


def normal_address(typed: str) -> str:
    """Small letters, without blanks around it."""
    address = typed.strip().lower()
    if len(address) > LONGEST or not WELL_FORMED.fullmatch(address):
        raise IllFormedAddress(f"{typed.strip()[:LONGEST]!r}: wanted an address such as name@company.com")
    return address
