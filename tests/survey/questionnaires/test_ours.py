"""The questionnaire of Aloft, item by item."""

import re
from pathlib import Path

import pytest

from survey.questionnaires.questionnaire import PRINCIPLES, ROTATING, Item, Kind, Pack
from survey.questionnaires.reading import check_questionnaire, ours, shipped
from survey.translations import LANGUAGES

ITEMS = ours().items
RATED = [item for item in ITEMS if item.kind is Kind.RATED]


def test_it_has_no_fault_and_no_warning() -> None:
    assert check_questionnaire(shipped()["aloft-1"]).warnings == ()


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item.code)
def test_every_item_is_worded_in_every_language(item: Item) -> None:
    assert set(item.text) == set(LANGUAGES)
    assert all(text.strip() == text and text for text in item.text.values())
    assert len(set(item.text.values())) == len(LANGUAGES)
    assert item.hint is None or set(item.hint) == set(LANGUAGES)


@pytest.mark.parametrize("item", RATED, ids=lambda item: item.code)
def test_a_rated_item_is_one_statement(item: Item) -> None:
    for text in item.text.values():
        assert text.endswith(".")
        assert text.count(".") == 1
        assert not re.search(r"_{2,}|\{|\}|TODO|XXX", text)


@pytest.mark.parametrize("principle", PRINCIPLES)
def test_a_principle_has_eleven_items(principle: str) -> None:
    packs = [len(ours().in_pack(pack, principle)) for pack in (Pack.ANCHOR, *ROTATING)]

    assert packs == [2, 3, 3, 3]


def test_one_item_per_pack_and_principle_at_most_is_reversed_and_no_anchor() -> None:
    turned = [item for item in ITEMS if item.is_reversed and item.principle]

    assert [item.code for item in turned] == ["L3", "C11", "E5"]
    assert not [item for item in turned if item.pack is Pack.ANCHOR]


def test_every_language_has_five_answers_and_a_way_out() -> None:
    for words in ours().words.values():
        assert len(set(words.answers)) == 5
        assert words.cannot_say not in words.answers


def test_the_reference_lists_every_item_as_it_is_asked() -> None:
    page = (Path(__file__).parents[3] / "docs/reference/questionnaire.md").read_text("utf-8")

    assert not [item.code for item in ITEMS if f"| {item.code} |" not in page or item.text["en"] not in page]
