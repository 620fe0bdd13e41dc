"""Texts without what people write differently and mean alike."""

import unicodedata


def folded(text: str) -> str:
    """A name without case, blanks, signs and the ways Unicode has to write one letter."""
    whole = unicodedata.normalize("NFKC", text).casefold()
    return "".join(letter for letter in unicodedata.normalize("NFKC", whole) if letter.isalnum())
