from pathlib import Path

from dashboards.figures.tokens import DARK, LIGHT, css

STYLE = (Path(__file__).parents[3] / "dashboards" / "static" / "board.css").read_text("utf-8")


def test_pages_and_pictures_have_the_same_colours() -> None:
    squeezed = "\n".join(line.strip() for line in STYLE.splitlines())

    assert css(LIGHT) in squeezed
    assert css(DARK) in squeezed


def test_sides_are_named_for_both_directions_of_writing() -> None:
    named = [line for line in STYLE.splitlines() if "-left" in line or "-right" in line or "text-align: left" in line]

    assert named == []
