"""What may not change from one version of a questionnaire to the next."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from survey.questionnaires.faults import Fault
from survey.questionnaires.questionnaire import Item, Questionnaire
from survey.questionnaires.shape import QuestionnaireFile

if TYPE_CHECKING:
    from survey.questionnaires.places import Keys

NEW_CODE = "what was asked before: give it a new code"


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
    number = next((n for n, entry in enumerate(file.items) if entry.code == item.code), None)
    for name, meaning in (("kind", "kind"), ("principle", "principle"), ("is_reversed", "direction")):
        if getattr(item, name) != getattr(before, name):
            at: Keys = ("texts",) if number is None else ("items", number, name.removeprefix("is_"))
            yield Fault(at, f"another {meaning} of {item.code} than before", NEW_CODE)
    for key, new, old in (("text", item.text, before.text), ("hint", item.hint or {}, before.hint or {})):
        for language in sorted(set(new) & set(old)):
            if new[language] != old[language]:
                at = (f"{key}s", language, item.code) if number is None else ("items", number, key, language)
                yield Fault(at, f"another {key} of {item.code} in {language} than before", NEW_CODE)
