"""What every item of a file has to be."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Literal

from survey.questionnaires.extending import known_languages, languages_of
from survey.questionnaires.faults import Fault
from survey.questionnaires.questionnaire import MODULES, PRINCIPLES, ROTATING, Kind, Pack, Questionnaire
from survey.questionnaires.shape import ItemEntry, QuestionnaireFile
from survey.questionnaires.text_rules import CODE_OF_AN_ITEM, text_faults

OF_A_PRINCIPLE = (Pack.ANCHOR, *ROTATING)
PACKS = {
    Kind.RATED: tuple(Pack),
    Kind.HOURS: (Pack.LAST, Pack.THIRD_WAVE),
    Kind.COUNT: (Pack.LAST, *MODULES),
    Kind.COMMENT: (Pack.LAST,),
}


def item_faults(file: QuestionnaireFile, base: Questionnaire) -> Iterator[Fault]:
    """Faults that can be seen in one item, and codes that stand twice."""
    asked, known = languages_of(file, base), known_languages(file, base)
    taken = {item.code: base.code for item in base.items}
    for number, entry in enumerate(file.items):
        faults = [*_entry_faults(entry), *_principle_faults(entry)]
        faults += _said_faults(entry, "text", asked=asked, known=known)
        if entry.hint:
            faults += _said_faults(entry, "hint", asked=asked, known=known)
        if entry.code in taken:
            faults.append(Fault(("code",), f"{entry.code} again, which is in {taken[entry.code]}", "another code"))
        taken.setdefault(entry.code, "the same file")
        yield from (replace(fault, at=("items", number, *fault.at)) for fault in faults)


def _entry_faults(entry: ItemEntry) -> Iterator[Fault]:
    if not CODE_OF_AN_ITEM.fullmatch(entry.code):
        yield Fault(("code",), repr(entry.code), "a letter, then letters and digits, 20 at most")
    if entry.pack not in list(Pack):
        yield Fault(("pack",), f"the pack {entry.pack!r}", f"one of {', '.join(Pack)}")
    if entry.kind not in list(Kind):
        yield Fault(("kind",), f"the kind {entry.kind!r}", f"one of {', '.join(Kind)}")
    elif entry.pack in list(Pack) and entry.pack not in (packs := PACKS[Kind(entry.kind)]):
        yield Fault(("pack",), f"the pack {entry.pack!r} for the kind {entry.kind!r}", f"one of {', '.join(packs)}")
    if entry.reversed and entry.kind != Kind.RATED:
        yield Fault(("reversed",), f"a reversed item of the kind {entry.kind!r}", "one that is rated")


def _principle_faults(entry: ItemEntry) -> Iterator[Fault]:
    packs = ", ".join(OF_A_PRINCIPLE)
    if entry.principle and entry.principle not in PRINCIPLES:
        yield Fault(("principle",), f"the principle {entry.principle!r}", f"one of {', '.join(PRINCIPLES)}")
    elif entry.principle and entry.pack in list(Pack) and entry.pack not in OF_A_PRINCIPLE:
        yield Fault(("pack",), f"{entry.code} of a principle in the pack {entry.pack!r}", f"one of {packs}")
    elif not entry.principle and entry.pack in OF_A_PRINCIPLE:
        wanted = f"a principle, one of {', '.join(PRINCIPLES)}"
        yield Fault(("pack",), f"{entry.code} of no principle in the pack {entry.pack!r}", wanted)


def _said_faults(
    entry: ItemEntry, key: Literal["text", "hint"], *, asked: Sequence[str], known: Sequence[str]
) -> Iterator[Fault]:
    said = entry.text if key == "text" else entry.hint
    for language, text in said.items():
        yield from text_faults((key, language), text)
        if language not in known:
            yield Fault((key, language), f"a {key} in {language}, which has no words", f"one of {', '.join(known)}")
    for language in asked:
        if language not in said:
            yield Fault((key,), f"no {key} in {language} for {entry.code}", f"one in each of {', '.join(asked)}")
