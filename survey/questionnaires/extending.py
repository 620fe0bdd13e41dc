"""What a file says, put together with what the questionnaire it extends says."""

from collections.abc import Mapping
from dataclasses import replace

from survey.questionnaires.questionnaire import Item, Kind, Pack, Questionnaire, Text, Words
from survey.questionnaires.shape import ItemEntry, QuestionnaireFile, WordsEntry

NOTHING = Questionnaire(code="", version=0, items=(), words={})


def known_languages(file: QuestionnaireFile, base: Questionnaire) -> tuple[str, ...]:
    """Languages that have words."""
    return tuple(dict.fromkeys((*base.languages, *file.words)))


def languages_of(file: QuestionnaireFile, base: Questionnaire) -> tuple[str, ...]:
    """Languages that are asked in: those the file names, else all it knows."""
    return tuple(dict.fromkeys(file.languages)) or known_languages(file, base)


def put_together(file: QuestionnaireFile, base: Questionnaire) -> Questionnaire:
    """The questionnaire of a file without faults. Own items are asked before those of the extended one."""
    languages = languages_of(file, base)
    ours = [_said_in(languages, item, file) for item in base.items]
    return Questionnaire(
        code=file.code,
        version=int(file.code.rpartition("-")[2]),
        items=(*(_item(entry, languages) for entry in file.items), *ours),
        words={language: _words(base.words.get(language), file.words.get(language)) for language in languages},
    )


def _item(entry: ItemEntry, languages: tuple[str, ...]) -> Item:
    return Item(
        code=entry.code,
        kind=Kind(entry.kind),
        pack=Pack(entry.pack),
        text=_only(languages, entry.text),
        principle=entry.principle,
        facet=entry.facet,
        is_reversed=entry.reversed,
        hint=_only(languages, entry.hint) if entry.hint else None,
        source=entry.source,
        falling=entry.falling,
    )


def _said_in(languages: tuple[str, ...], item: Item, file: QuestionnaireFile) -> Item:
    """The item of the extended questionnaire in the languages of this one."""
    text = {**item.text, **{language: texts[item.code] for language, texts in file.texts.items()}}
    if item.hint is None:
        return replace(item, text=_only(languages, text))
    hint = {**item.hint, **{language: hints[item.code] for language, hints in file.hints.items()}}
    return replace(item, text=_only(languages, text), hint=_only(languages, hint))


def _only(languages: tuple[str, ...], text: Mapping[str, str]) -> Text:
    return {language: text[language] for language in languages}


def _words(base: Words | None, entry: WordsEntry | None) -> Words:
    given = entry.model_dump(exclude_none=True) if entry else {}
    for name in ("answers", "counts"):
        if name in given:
            given[name] = tuple(given[name])
    return replace(base, **given) if base else Words(**given)
