"""Everything that keeps a file from being asked, found at once."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from survey.questionnaires.faults import Fault
from survey.questionnaires.item_rules import item_faults
from survey.questionnaires.language_rules import language_faults
from survey.questionnaires.questionnaire import MODULES, PRINCIPLES, ROTATING, Item, Kind, Pack, Questionnaire
from survey.questionnaires.shape import ItemEntry, QuestionnaireFile
from survey.questionnaires.text_rules import CODE_OF_A_QUESTIONNAIRE
from survey.questionnaires.translation_rules import translation_faults

if TYPE_CHECKING:
    from survey.questionnaires.places import Keys

ANCHORS = 2
LONGEST = 110


def faults_of(file: QuestionnaireFile, base: Questionnaire) -> list[Fault]:
    """All faults of a file that extends `base`."""
    return [
        *_code_faults(file, base),
        *language_faults(file, base),
        *translation_faults(file, base),
        *item_faults(file, base),
        *_structure_faults(file, base),
    ]


def warnings_of(file: QuestionnaireFile, base: Questionnaire) -> list[Fault]:
    """Rated items for which the page has no room."""
    rated = {item.code for item in base.items if item.kind is Kind.RATED}
    texts: dict[Keys, str] = {
        ("items", number, "text", language): text
        for number, entry in enumerate(file.items)
        if entry.kind == Kind.RATED
        for language, text in entry.text.items()
    }
    for language, said in file.texts.items():
        texts |= {("texts", language, code): text for code, text in said.items() if code in rated}
    wanted = f"at most {LONGEST}, for which the page has room"
    return [Fault(at, f"a text of {len(text)} characters", wanted) for at, text in texts.items() if len(text) > LONGEST]


def _code_faults(file: QuestionnaireFile, base: Questionnaire) -> Iterator[Fault]:
    if not CODE_OF_A_QUESTIONNAIRE.fullmatch(file.code):
        yield Fault(("code",), repr(file.code), 'a name and the number of the version, such as "acme-1"')
    elif file.code == base.code:
        yield Fault(("code",), f"{file.code!r}, which is what the file extends", "a code of its own")


def _structure_faults(file: QuestionnaireFile, base: Questionnaire) -> Iterator[Fault]:
    items: list[Item | ItemEntry] = [*file.items, *base.items]
    packs = Counter((item.principle, str(item.pack)) for item in items)
    for principle in PRINCIPLES:
        if (n := packs[principle, Pack.ANCHOR]) != ANCHORS:
            yield Fault((), f"{n or 'no'} anchor{'' if n == 1 else 's'} of {principle}", str(ANCHORS))
        sizes = [packs[principle, pack] for pack in ROTATING]
        if not min(sizes) or len(set(sizes)) > 1:
            got = _in_packs(sizes, ROTATING)
            yield Fault((), f"rotating items of {principle}: {got}", "as many in each pack, and at least one")
    sizes = [packs["", pack] for pack in MODULES]
    if len(set(sizes)) > 1:
        yield Fault((), f"items of the module: {_in_packs(sizes, MODULES)}", "as many in each pack, or none")
    comments = [item.code for item in items if item.kind == Kind.COMMENT]
    if len(comments) > 1:
        yield Fault((), f"the comments {', '.join(comments)}", "one at most")


def _in_packs(sizes: Sequence[int], packs: Sequence[Pack]) -> str:
    return ", ".join(f"{n} in {pack}" for n, pack in zip(sizes, packs, strict=True))
