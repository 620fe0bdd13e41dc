"""Texts for people in their language: gettext catalogues, read as they are written, without a step of compiling."""

from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import NullTranslations, Translations

SOURCE_LANGUAGE = "en"
LANGUAGES = ("en", "de", "fr", "es")
FOLDER = Path(__file__).parent


@cache
def catalogue(language: str, domain: str) -> NullTranslations:
    """The texts of a domain ("pages" or "mails"); the English ones where there are none in that language."""
    file = FOLDER / language / "LC_MESSAGES" / f"{domain}.po"
    if not file.exists():
        return NullTranslations()
    compiled = BytesIO()
    with file.open("rb") as texts:
        write_mo(compiled, read_po(texts, locale=language, domain=domain))
    compiled.seek(0)
    return Translations(compiled, domain=domain)


def direction(language: str) -> str:
    """`rtl` for a language that is written from right to left, else `ltr`."""
    locale: Locale = Locale.parse(language, sep="-")
    return str(locale.text_direction)
