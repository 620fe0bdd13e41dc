"""Units as paths of names, Company/Division/Team; a slash or backslash within a name stands behind a backslash."""

import re
import unicodedata

UnitPath = tuple[str, ...]

MOST_NAME = 200
MOST_LEVELS = 20
_PARTS = re.compile(r"(?:[^\\/]|\\.)*", re.DOTALL)
_ESCAPED = re.compile(r"\\([\\/])")


def split_path(text: str) -> UnitPath:
    """Names from the root down, blanks made even; empty names stay, for the reader to refuse."""
    names, place = [], 0
    while True:
        part = _PARTS.match(text, place)
        end = part.end() if part else place
        if end < len(text) and text[end] == "\\":  # a last backslash escapes nothing
            end += 1
        names.append(_name(text[place:end]))
        if end >= len(text):
            return tuple(names)
        place = end + 1


def join_path(path: UnitPath) -> str:
    """The text that `split_path` reads as this path."""
    return "/".join(name.replace("\\", "\\\\").replace("/", "\\/") for name in path)


def path_fault(path: UnitPath) -> str:
    """A sentence that says why a path names no unit; empty if it may."""
    if not all(path):
        return "A path with an empty name. Wanted: Company/Division/Team."
    if len(path) > MOST_LEVELS:
        return f"{len(path)} levels. Wanted: at most {MOST_LEVELS}."
    if max(map(len, path)) > MOST_NAME:
        return f"A name of {max(map(len, path))} characters. Wanted: at most {MOST_NAME}."
    return ""


def _name(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(_ESCAPED.sub(r"\1", text).split()))
