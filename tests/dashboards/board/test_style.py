import pytest

from dashboards.assets import THEMED, asset
from dashboards.figures.tokens import DARK, LIGHT, css


def style(name: str) -> str:
    return asset(name).content.decode("utf-8")


@pytest.mark.parametrize("name", sorted(THEMED))
def test_pages_and_pictures_have_the_same_colours_from_one_place(name: str) -> None:
    sent = style(name)

    assert css(LIGHT) in sent
    assert css(DARK) in sent
    assert sent.count("--ink:") == 2


def test_sides_are_named_for_both_directions_of_writing() -> None:
    sides = ("-left", "-right", "text-align: left")
    named = [line for line in style("board.css").splitlines() if any(side in line for side in sides)]

    assert named == []
