"""Which languages a file may name, and the words it has to have in each."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_locale_identifier, parse_locale

from survey.questionnaires.extending import known_languages, languages_of
from survey.questionnaires.faults import Fault
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.shape import QuestionnaireFile, WordsEntry
from survey.questionnaires.text_rules import text_faults

if TYPE_CHECKING:
    from survey.questionnaires.places import Keys

STEPS = 5


def language_faults(file: QuestionnaireFile, base: Questionnaire) -> Iterator[Fault]:
    """Faults of the languages and of their words."""
    known = known_languages(file, base)
    if not languages_of(file, base):
        yield Fault((), "no language", "the words of at least one in [words.LANGUAGE]")
    for language in file.languages:
        if language not in known:
            got = f"the language {language!r}, which has no words"
            yield Fault(("languages",), got, f"one of {', '.join(known)}" if known else "one with words")
    for language, entry in file.words.items():
        yield from _tag_faults(language)
        is_new = language not in base.languages
        yield from _words_faults(language, entry) if is_new else _customers_faults(language, entry)


def _tag_faults(language: str) -> Iterator[Fault]:
    try:
        Locale.parse(language, sep="-")
        good = get_locale_identifier(parse_locale(language, sep="-"), sep="-") == language
    except (UnknownLocaleError, ValueError):
        good = False
    if not good:
        yield Fault(("words", language), f"the language {language!r}", 'a tag such as "pt", "pt-BR" or "zh-Hant"')


def _words_faults(language: str, entry: WordsEntry) -> Iterator[Fault]:
    for name, value in entry:
        at: Keys = ("words", language, name)
        if value is None:
            yield Fault(at, f"no {name} in {language}", "one, as in the other languages")
        elif isinstance(value, str):
            yield from text_faults(at, value)
        elif len(set(value)) < len(value) or len(value) != STEPS:
            yield Fault(at, f"{len(value)} {name} in {language}, {len(set(value))} of them different", f"{STEPS}")
        else:
            yield from (fault for answer in value for fault in text_faults(at, answer))


def _customers_faults(language: str, entry: WordsEntry) -> Iterator[Fault]:
    """The scale is the same for everybody; who the customers are is the company's to say."""
    for name in sorted(entry.model_fields_set - {"customers"}):
        yield Fault(("words", language, name), f"other {name} in {language}", "customers alone: the rest is given")
    if entry.customers is not None:
        yield from text_faults(("words", language, "customers"), entry.customers)
