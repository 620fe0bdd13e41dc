"""A sheet in short, for a chat: the same sentences, with the links as buttons."""

from dataclasses import replace

from survey.mail.letter import Button, Letter, Note
from survey.mail.writing.sheet import STRONG, Sheet


def with_note(letter: Letter, sheet: Sheet) -> Letter:
    """The letter, which may go to a chat as well."""
    return replace(letter, note=note_of(sheet))


def note_of(sheet: Sheet) -> Note:
    said = (sheet.notice, *sheet.lead, *(entry.words for entry in sheet.entries), sheet.below_button)
    links = (sheet.button, *sheet.links)
    return Note(
        heading=_plain(sheet.subject),
        lines=tuple(_plain(line) for line in said if line),
        buttons=tuple(Button(link.words, link.address) for link in links),
    )


def _plain(words: str) -> str:
    return words.replace(STRONG[0], "").replace(STRONG[1], "")
