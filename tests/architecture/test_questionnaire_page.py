"""The page about the questionnaire lists what is asked, word for word."""

from pathlib import Path

import pytest

from survey.questionnaires.questionnaire import Item
from survey.questionnaires.reading import ours


@pytest.mark.parametrize("item", ours().items, ids=lambda item: item.code)
def test_the_reference_lists_every_item_as_it_is_asked(item: Item, root: Path) -> None:
    page = (root / "docs/reference/questionnaire.md").read_text("utf-8")

    assert f"| {item.code} |" in page
    assert item.text["en"] in page
