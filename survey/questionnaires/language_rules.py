"""What a file has to say in each language."""

from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
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
    """Faults of the words, and of what is said anew of the extended questionnaire."""
    known = known_languages(file, base)
    if not languages_of(file, base):
        yield Fault((), "no language", "the words of at least one in [words.LANGUAGE]")
    for language in file.languages:
        if language not in known:
            got = f"the language {language!r}, which has no words"
            yield Fault(("languages",), got, f"one of {', '.join(known)}" if known else "one with words")
    for language, entry in file.words.items():
        yield from _tag_faults(language)
        yield from (
            _further_words_faults(language, entry) if language in base.languages else _words_faults(language, entry)
        )
    codes = {"texts": {item.code for item in base.items}, "hints": {item.code for item in base.items if item.hint}}
    yield from _translation_faults("texts", file.texts, codes["texts"], file=file, base=base)
    yield from _translation_faults("hints", file.hints, codes["hints"], file=file, base=base)


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


def _further_words_faults(language: str, entry: WordsEntry) -> Iterator[Fault]:
    """The scale is the same for everybody; who the customers are is the company's to say."""
    for name in sorted(entry.model_fields_set - {"customers"}):
        yield Fault(("words", language, name), f"other {name} in {language}", "customers alone: the rest is given")
    if entry.customers is not None:
        yield from text_faults(("words", language, "customers"), entry.customers)


def _translation_faults(
    key: str,
    said: Mapping[str, Mapping[str, str]],
    wanted: AbstractSet[str],
    *,
    file: QuestionnaireFile,
    base: Questionnaire,
) -> Iterator[Fault]:
    """A language has every text of the extended questionnaire: a new one, and one that is worded anew as a whole."""
    if said and not base.code:
        yield Fault((key,), f"[{key}] without `extends`", "the code of what is translated")
        return
    for language, texts in said.items():
        at: Keys = (key, language)
        if language not in known_languages(file, base):
            yield Fault(at, f"{key} in {language}, which has no words", f"its words in [words.{language}]")
        for code, text in texts.items():
            yield from text_faults((*at, code), text)
            if code not in wanted:
                yield Fault((*at, code), f"{key[:-1]} of {code}", f"one of those of {base.code}")
    new = [language for language in file.words if language not in base.languages]
    for language in dict.fromkeys((*new, *said)):
        if missing := [code for code in sorted(wanted) if code not in said.get(language, {})]:
            yield Fault(
                (key, language),
                f"no {key[:-1]} in {language} for {', '.join(missing)}",
                f"every {key[:-1]} of {base.code}",
            )
