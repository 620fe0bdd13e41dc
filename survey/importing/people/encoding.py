"""Bytes as text: the encodings a spreadsheet saves."""

import codecs

from survey.importing.people.faults import unreadable

_MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))
_OLD = "The file is not UTF-8; it was read as Windows-1252. Look at a name with an accent before you apply it."


def decode(content: bytes, name: str) -> tuple[str, tuple[str, ...]]:
    """The text, and a note if the encoding was guessed."""
    marked = next((encoding for mark, encoding in _MARKS if content.startswith(mark)), None)
    text, notes = _decoded(content, marked, name)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise unreadable(name, line, "a NUL character", "CSV in UTF-8, UTF-16 with its mark, or Windows-1252; or .xlsx")
    return text, notes


def _decoded(content: bytes, marked: str | None, name: str) -> tuple[str, tuple[str, ...]]:
    try:
        return content.decode(marked or "utf-8"), ()
    except UnicodeDecodeError as error:
        if marked:
            wanted = "the encoding the file's first bytes name"
            raise unreadable(name, None, f"bytes that are not {marked}", wanted) from error
    try:
        return content.decode("cp1252"), (_OLD,)
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        wanted = "CSV in UTF-8, UTF-16 with its mark, or Windows-1252; or .xlsx"
        raise unreadable(name, line, f"the byte 0x{content[error.start]:02x}", wanted) from error
