"""Every text of the pages for employees stands in every language, with the same values in it."""

import re
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import chain
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import DEFAULT_KEYWORDS, extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po
from flask import Flask, g

import dashboards
import survey.web
from survey.questionnaires.reading import ours
from survey.translations import FOLDER, LANGUAGES, SOURCE_LANGUAGE
from survey.web.language import day, init_language, month, weekday
from tests.survey.wording import NEVER, NO_VERDICTS

OTHERS = [language for language in LANGUAGES if language != SOURCE_LANGUAGE]
KEYWORDS = DEFAULT_KEYWORDS | {"text": None, "plural": (1, 2)}
VALUE = re.compile(r"%\(\w+\)s|%(?!\()|</?\w+>")

Key = tuple[str, ...]


@cache
def texts() -> frozenset[Key]:
    """What the pages say, found as `./run texts` finds it."""
    with (FOLDER / "pages.cfg").open() as file:
        methods, options = parse_mapping_cfg(file)
    folders = [Path(package.__path__[0]) for package in (survey.web, dashboards)]
    found = chain(*(extract_from_dir(folder, methods, options, KEYWORDS) for folder in folders))
    return frozenset(text if isinstance(text, tuple) else (text,) for _, _, text, *_ in found)


def key_of(message: Message) -> Key:
    return message.id if isinstance(message.id, tuple) else (message.id,)


def said(message: Message) -> Key:
    return message.string if isinstance(message.string, tuple) else (message.string,)


@cache
def catalogue(language: str) -> Catalog:
    with (FOLDER / language / "LC_MESSAGES" / "pages.po").open("rb") as file:
        return read_po(file, locale=language, abort_invalid=True)


def translated(language: str) -> dict[Key, Message]:
    return {key_of(message): message for message in catalogue(language) if message.id}


def in_words(language: str) -> list[str]:
    if language == SOURCE_LANGUAGE:
        return [text for key in texts() for text in key]
    return [text for message in translated(language).values() for text in said(message)]


def test_the_texts_of_the_pages_are_found() -> None:
    assert ("Saved. Thank you.",) in texts()
    assert sum(len(key) == 2 for key in texts()) >= 5


@pytest.mark.parametrize("language", OTHERS)
def test_every_text_is_translated_and_no_other(language: str) -> None:
    found = translated(language)

    assert set(found) == texts()
    assert [key for key, message in found.items() if not all(text.strip() for text in said(message))] == []
    assert [key for key, message in found.items() if message.fuzzy] == []


@pytest.mark.parametrize("language", OTHERS)
def test_a_translation_holds_the_same_values_and_marks(language: str) -> None:
    for key, message in translated(language).items():
        for text in said(message):
            assert Counter(VALUE.findall(text)) == Counter(VALUE.findall(key[-1])), text


@pytest.mark.parametrize("language", OTHERS)
def test_there_is_a_text_for_one_and_one_for_several(language: str) -> None:
    for key, message in translated(language).items():
        assert len(said(message)) == (catalogue(language).num_plurals if len(key) == 2 else 1), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_text_promises_too_much_shouts_or_judges(language: str) -> None:
    assert [text for text in in_words(language) if re.search(NO_VERDICTS[language], text)] == []
    assert [text for text in in_words(language) if re.search(NEVER[language], text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_are_typeset(language: str) -> None:
    straight = re.compile(r"""(?<!=)["'](?!>)|\.\.\.| - """)
    parted = re.compile(r" [;:?»]|« ") if language == "fr" else re.compile(r" [;:?!]")

    assert [text for text in in_words(language) if straight.search(text)] == []
    assert [text for text in in_words(language) if parted.search(text)] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_questions_are_there_in_every_language_of_the_pages(language: str) -> None:
    assert language in ours().words
    assert all(language in item.text for item in ours().items)
    assert all(language in item.hint for item in ours().items if item.hint)


@pytest.mark.parametrize(
    ("language", "weekday_is", "day_is", "month_is"),
    [
        ("en", "Tuesday 1 December", "1 December", "December"),
        ("de", "Dienstag, 1. Dezember", "1. Dezember", "Dezember"),
        ("fr", "mardi 1er décembre", "1er décembre", "décembre"),
        ("es", "martes 1 de diciembre", "1 de diciembre", "diciembre"),
    ],
)
def test_days_are_told_as_the_language_tells_them(language: str, weekday_is: str, day_is: str, month_is: str) -> None:
    app, first = Flask("test"), date(2026, 12, 1)
    init_language(app)
    with app.app_context():
        g.language = language
        told = [part.replace("\N{NO-BREAK SPACE}", " ") for part in (weekday(first), day(first), month(first))]
        tenth = day(first + timedelta(days=10))

    assert told == [weekday_is, day_is, month_is]
    assert " " not in tenth
    assert "1er" not in tenth
