"""Where in a file something stands."""

import pytest

from survey.questionnaires.places import Keys, Places

TEXT = """# a comment = 3
code = "a"

[words.en]
answers = ["a"]
[words."pt-BR"]
answers = ["b"]
[[items]]
code = "A"
text.en = "[words.de]"
[[items]]
code = "B"
[items.text]
en = "b"
"""


@pytest.mark.parametrize(
    ("at", "line"),
    [
        (("code",), 2),
        (("words", "en", "answers"), 5),
        (("words", "pt-BR", "answers"), 7),
        (("words", "pt-BR", "team"), 6),
        (("items", 0, "text", "en"), 10),
        (("items", 0, "pack"), 8),
        (("items", 1, "code"), 12),
        (("items", 1, "hint"), 11),
        (("hints",), 0),
        ((), 0),
    ],
)
def test_the_nearest_line_is_found(at: Keys, line: int) -> None:
    assert Places(TEXT).line_of(at) == line
