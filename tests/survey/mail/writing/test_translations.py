"""Every sentence of a mail stands in every language, with the same values in it."""

import ast
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po

from survey.mail import writing
from survey.mail.writing.words import Words
from survey.translations import FOLDER, LANGUAGES, SOURCE_LANGUAGE
from tests.survey.wording import NEVER

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
VALUE = re.compile(r"%\((\w+)\)s|%(?!\()")

Key = tuple[str, ...]


def sentences() -> Iterator[Key]:
    """What the code says: one sentence, or one for a single thing and one for several."""
    for file in sorted(Path(writing.__path__[0]).glob("*.py")):
        for call in ast.walk(ast.parse(file.read_text("utf-8"))):
            if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute):
                n_texts = {"say": 1, "count": 2}.get(call.func.attr, 0)
                texts = [text.value for text in call.args[:n_texts] if isinstance(text, ast.Constant)]
                assert len(texts) == n_texts, f"{file.name}:{call.lineno}: a sentence is written where it is said"
                if texts:
                    yield tuple(texts)


def key_of(message: Message) -> Key:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def texts_of(message: Message) -> Key:
    return message.string if isinstance(message.string, tuple) else (message.string,)


def translated(language: str) -> dict[Key, Message]:
    with (FOLDER / language / "LC_MESSAGES" / "mails.po").open("rb") as file:
        found: Catalog = read_po(file, locale=language)
    return {key_of(message): message for message in found if message.id}


@pytest.mark.parametrize("language", OTHERS)
def test_every_sentence_is_translated_and_no_other(language: str) -> None:
    found = translated(language)

    assert set(found) == set(sentences())
    assert all(text.strip() for message in found.values() for text in texts_of(message))
    assert not [key for key, message in found.items() if message.fuzzy]


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_holds_the_same_values(language: str) -> None:
    for key, message in translated(language).items():
        wanted = {value for sentence in key for value in VALUE.findall(sentence)}
        for text in texts_of(message):
            assert set(VALUE.findall(text)) | {"number"} == wanted | {"number"}, text


@pytest.mark.parametrize("language", OTHERS)
def test_several_are_told_by_their_number(language: str) -> None:
    several = [texts_of(message)[-1] for key, message in translated(language).items() if len(key) == 2]

    assert several
    assert all("%(number)s" in text for text in several)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_promises_too_much_shouts_or_addresses_anybody(language: str) -> None:
    texts = (
        [text for key in sentences() for text in key]
        if language == SOURCE_LANGUAGE
        else [text for message in translated(language).values() for text in texts_of(message)]
    )

    assert not [text for text in texts if re.search(NEVER[language], text)]


@pytest.mark.parametrize(
    ("language", "day", "month"),
    [
        ("en", "Friday 13 November", "November"),
        ("de", "Freitag, 13. November", "November"),
        ("fr", "vendredi 13 novembre", "novembre"),
        ("es", "viernes 13 de noviembre", "noviembre"),
    ],
)
def test_a_day_is_told_as_the_language_tells_it(language: str, day: str, month: str) -> None:
    words = Words(language)

    assert words.day(date(2026, 11, 13)).replace("\N{NO-BREAK SPACE}", " ") == day
    assert words.month(date(2026, 11, 1)) == month


@pytest.mark.parametrize(
    ("asked", "spoken"), [("de-AT", "de"), ("FR", "fr"), ("es_MX", "es"), ("pl", "en"), ("", "en")]
)
def test_a_language_without_texts_is_spoken_in_english(asked: str, spoken: str) -> None:
    assert Words(asked).language == spoken


def test_french_says_the_first_of_a_month_as_people_say_it() -> None:
    days = [Words("fr").day(date(2027, 1, number)).replace("\N{NO-BREAK SPACE}", " ") for number in (1, 11)]

    assert days == ["vendredi 1er janvier", "lundi 11 janvier"]
