"""What may not change from one version of a questionnaire to the next."""

from collections.abc import Iterator

from survey.questionnaires.faults import Fault
from survey.questionnaires.places import Path
from survey.questionnaires.questionnaire import Item, Questionnaire
from survey.questionnaires.shape import QuestionnaireFile


def changes(new: Questionnaire, old: Questionnaire, *, file: QuestionnaireFile) -> Iterator[Fault]:
    """Codes that mean something else than before; `file` says where they stand."""
    if new.code == old.code and new != old:
        yield Fault(("code",), f"{new.code} for another questionnaire than before", "a new code of the questionnaire")
    before = {item.code: item for item in old.items}
    for item in new.items:
        if item.code in before:
            yield from _item_changes(item, before[item.code], file)
    for language in new.words:
        if language in old.words and new.words[language] != old.words[language]:
            got = f"other words in {language} than in {old.code}"
            yield Fault(("words", language), got, "the same: they are fixed before the first wave")


def _item_changes(item: Item, before: Item, file: QuestionnaireFile) -> Iterator[Fault]:
    at = _place(item, file)
    for name, meaning in (("kind", "kind"), ("principle", "principle"), ("is_reversed", "direction")):
        if getattr(item, name) != getattr(before, name):
            yield Fault((*at, name.removeprefix("is_")), f"another {meaning} of {item.code}", "give it a new code")
    for key, new, old in (("text", item.text, before.text), ("hint", item.hint or {}, before.hint or {})):
        for language in new:
            if language in old and new[language] != old[language]:
                got = f"another wording of {item.code} in {language} than before"
                yield Fault(
                    (*at, key, language) if at[0] == "items" else (f"{key}s", language, item.code),
                    got,
                    "give it a new code",
                )


def _place(item: Item, file: QuestionnaireFile) -> Path:
    return next((("items", n) for n, entry in enumerate(file.items) if entry.code == item.code), ("texts",))
