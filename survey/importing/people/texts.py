"""Cells as texts that may be stored, printed and sent."""

import re
import unicodedata

from survey.importing.people.faults import unseen_in

_LOCAL = r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}"
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_MAIL = re.compile(rf"{_LOCAL}@(?:{_LABEL}\.)+(?:[A-Za-z]{{2,63}}|xn--[A-Za-z0-9-]{{1,59}})")
_ROUNDED = re.compile(r"\d[.,]\d+E\+\d+", re.IGNORECASE)
# Our columns and the characters a cell of theirs may have; as long as the tables hold.
MOST = {"id": 100, "name": 200, "mail": 254, "unit": 4_200, "manager": 254}
MOST_OF_OTHERS = 100
NO_MAIL = "Not a mail address. Wanted: one such as name@company.example."
ROUNDED = "A number the spreadsheet has rounded. Wanted: the id as text."


def even(text: str) -> str:
    """Without blanks around it, and letters written the one way."""
    stripped = text.strip()
    return stripped if stripped.isascii() else unicodedata.normalize("NFC", stripped)


def text_fault(ours: str, text: str) -> str:
    """A sentence that says why a text cannot be used in one of our columns; empty if it can."""
    unseen = unseen_in(text)
    if unseen:
        return f"A character that cannot be seen (U+{ord(unseen):04X}). Wanted: text in one line."
    most = MOST.get(ours, MOST_OF_OTHERS)
    if len(text) > most:
        return f"{len(text):,} characters. Wanted: at most {most:,}."
    if ours == "mail" and not is_mail(text):
        return NO_MAIL
    return ROUNDED if ours in {"id", "manager"} and _ROUNDED.fullmatch(text) else ""


def is_mail(text: str) -> bool:
    """Whether a mail can be sent there, as far as the shape tells."""
    local = text.partition("@")[0]
    return bool(_MAIL.fullmatch(text)) and ".." not in local and not local.startswith(".") and not local.endswith(".")
