"""The questionnaire of Aloft: whole in every language, and never changed under its codes."""

import json
import re
from hashlib import sha256
from pathlib import Path

import pytest

from survey.questionnaires.questionnaire import MODULES, PRINCIPLES, ROTATING, Item, Kind, Pack
from survey.questionnaires.reading import FOLDER, OURS, check_questionnaire, ours

LANGUAGES = ("en", "de", "fr", "es")
ITEMS = ours().items
TEXTS = [item.text[language] for item in ITEMS for language in LANGUAGES]
RATED = [pytest.param(item, id=item.code) for item in ITEMS if item.kind is Kind.RATED]
# How the reference says what is no pack of rotating items.
ASKED = {
    Pack.ANCHOR: "every wave",
    Pack.LAST: "everybody, every wave",
    Pack.THIRD_WAVE: "everybody, every third wave",
    Pack.MODULE_1: "module, first third",
    Pack.MODULE_2: "module, second third",
    Pack.MODULE_3: "module, last third",
}
# Of all wordings under their codes. It changes only together with the code of the questionnaire.
WORDINGS = "8b4156289bc9626c4a23de6888f3fba771a65f69a3b98a4744b84d3c24801ce4"


def test_it_is_the_first_version_in_four_languages() -> None:
    assert (ours().code, ours().version, ours().languages) == ("aloft-1", 1, LANGUAGES)


def test_it_holds_the_items_of_the_design() -> None:
    core = {f"{letter}{n}" for letter in "LCE" for n in range(1, 12)}

    assert {item.code for item in ITEMS} == core | {"Q1", "H1", "O1"} | {f"M{n}" for n in range(1, 7)}
    assert len(ITEMS) == 42


@pytest.mark.parametrize(("letter", "principle"), list(zip("LCE", PRINCIPLES, strict=True)))
def test_each_principle_has_two_anchors_and_three_in_each_pack(letter: str, principle: str) -> None:
    of_it = [item for item in ITEMS if item.principle == principle]

    assert {item.code[0] for item in of_it} == {letter}
    assert [sum(item.pack is pack for item in of_it) for pack in (Pack.ANCHOR, *ROTATING)] == [2, 3, 3, 3]


def test_three_core_items_are_reversed_one_for_each_principle_and_pack() -> None:
    turned = [item for item in ITEMS if item.is_reversed and item.principle]

    assert {(item.code, item.pack) for item in turned} == {("L3", Pack.A), ("C11", Pack.B), ("E5", Pack.C)}
    assert {item.code for item in ITEMS if item.is_reversed and not item.principle} == {"M2", "M3", "M4"}


def test_the_module_is_three_pairs() -> None:
    pairs = [{item.code for item in ITEMS if item.pack is pack} for pack in MODULES]

    assert pairs == [{"M1", "M4"}, {"M2", "M5"}, {"M3", "M6"}]


def test_what_is_no_rating_is_known_by_its_kind() -> None:
    assert {item.code: item.kind for item in ITEMS if item.kind is not Kind.RATED} == {
        "M6": Kind.COUNT,
        "H1": Kind.HOURS,
        "O1": Kind.COMMENT,
    }


@pytest.mark.parametrize("item", RATED)
def test_a_rated_item_is_one_statement_in_every_language(item: Item) -> None:
    for text in item.text.values():
        assert text.endswith(".")
        assert text.count(".") == 1
        assert not set(text) & set("?!;()")
        assert len(text) <= 110


def test_no_text_is_a_placeholder() -> None:
    placeholders = {"todo", "tbd", "xxx", "lorem", "ipsum", "translate"}

    assert len(TEXTS) == 42 * 4
    assert not [text for text in TEXTS if set("{}[]<>_%*|…") & set(text)]
    assert not [text for text in TEXTS if placeholders & set(text.lower().strip(".").split())]
    assert min(len(text.split()) for text in TEXTS) >= 6


@pytest.mark.parametrize("item", [pytest.param(item, id=item.code) for item in ITEMS])
def test_no_text_stands_in_for_another(item: Item) -> None:
    assert len(set(item.text.values())) == len(LANGUAGES)
    assert item.hint is None or len(set(item.hint.values())) == len(LANGUAGES)


def test_no_wording_stands_twice() -> None:
    assert len(set(TEXTS)) == len(TEXTS)


@pytest.mark.parametrize("item", [pytest.param(item, id=item.code) for item in ITEMS])
def test_every_item_says_where_it_comes_from_and_what_a_fall_means(item: Item) -> None:
    assert item.source
    assert item.falling
    assert bool(item.facet) == bool(item.principle)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_has_all_words_around_the_items(language: str) -> None:
    words = ours().words[language]

    assert len({*words.answers, words.cannot_say}) == 6
    assert len(set(words.counts)) == 5
    assert all(text[-1] in ".?" for text in (words.customers, words.team, words.leaders, words.lead_in))


def test_english_core_items_hold_no_negation_no_and_no_frequency_word() -> None:
    forbidden = {"not", "no", "never", "and", "or", "always", "often", "rarely", "sometimes", "mostly"}
    core = {
        item.code: set(item.text["en"].lower().strip(".").replace(",", "").split()) for item in ITEMS if item.principle
    }

    assert not {code for code, words in core.items() if words & forbidden}


def test_no_wording_has_changed_under_its_code() -> None:
    said = {item.code: [dict(item.text), dict(item.hint or {}), item.is_reversed] for item in ITEMS}
    around = {
        language: [*w.answers, w.cannot_say, *w.counts, w.customers, w.team, w.leaders, w.lead_in]
        for language, w in ours().words.items()
    }
    text = json.dumps([said, around], sort_keys=True)

    assert sha256(text.encode()).hexdigest() == WORDINGS


def test_it_is_checked_like_any_other_file() -> None:
    read = check_questionnaire(FOLDER / f"{OURS}.toml")

    assert read.questionnaire == ours()
    assert not read.warnings


def test_the_reference_lists_every_item_as_it_is_asked() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/questionnaire.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| ([A-Z]\d+) \| (.*) \|$", page, re.MULTILINE))

    assert set(rows) == {item.code for item in ITEMS}
    for item in ITEMS:
        pack, text, falling = rows[item.code].split(" | ")
        turned = " **R**" if item.is_reversed else ""
        assert (pack, falling) == (f"{ASKED.get(item.pack, item.pack)}{turned}", item.falling)
        assert text == item.text["en"] + (f" ({item.hint['en']})" if item.hint else "")
