"""How the items of the extended questionnaire are said in further languages."""

from collections.abc import Collection, Iterator, Mapping

from survey.questionnaires.extending import known_languages
from survey.questionnaires.faults import Fault
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.shape import QuestionnaireFile
from survey.questionnaires.text_rules import text_faults


def translation_faults(file: QuestionnaireFile, base: Questionnaire) -> Iterator[Fault]:
    """A language has all texts of the extended questionnaire: a new one, and one that is worded anew as a whole."""
    items = [item.code for item in base.items]
    with_hint = [item.code for item in base.items if item.hint]
    for key, said, codes in (("texts", file.texts, items), ("hints", file.hints, with_hint)):
        if said and not base.code:
            yield Fault((key,), f"[{key}] without extends", "the code of the questionnaire that is translated")
            continue
        yield from _unknown_faults(key, said, known=known_languages(file, base), codes=codes, base=base.code)
        new = [language for language in file.words if language not in base.languages]
        for language in dict.fromkeys((*new, *said)):
            if missing := [code for code in codes if code not in said.get(language, {})]:
                got = f"no {key} in {language} for {', '.join(missing)}"
                yield Fault((key, language), got, f"those of all items of {base.code} that have {key}")


def _unknown_faults(
    key: str, said: Mapping[str, Mapping[str, str]], *, known: Collection[str], codes: Collection[str], base: str
) -> Iterator[Fault]:
    for language, texts in said.items():
        if language not in known:
            got = f"{key} in {language}, which has no words"
            yield Fault((key, language), got, f"its words in [words.{language}] as well")
        for code, text in texts.items():
            yield from text_faults((key, language, code), text)
            if code not in codes:
                yield Fault((key, language, code), f"{code} in [{key}.{language}]", f"a code of {base} that has {key}")
