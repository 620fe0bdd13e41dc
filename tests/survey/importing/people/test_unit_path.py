import pytest
from hypothesis import given
from hypothesis import strategies as st

from survey.importing.people.unit_path import join_path, path_fault, split_path


def written_evenly(text: str) -> str:
    return split_path(join_path((text,)))[0]


NAMES = st.text(st.characters(exclude_categories=["Cc", "Cs", "Z"]), min_size=1).map(written_evenly)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("Meridian", ("Meridian",)),
        (" Meridian /  Field   Sales ", ("Meridian", "Field Sales")),
        (r"Meridian/R\/D", ("Meridian", "R/D")),
        (r"Meridian/A\\/B", ("Meridian", "A\\", "B")),
        ("Meridian/C\\", ("Meridian", "C\\")),
        (r"Meridian/\d", ("Meridian", r"\d")),
        ("Meridian//x/", ("Meridian", "", "x", "")),
    ],
)
def test_a_path_is_cut_at_slashes_that_are_not_escaped(text: str, path: tuple[str, ...]) -> None:
    assert split_path(text) == path


@given(st.lists(NAMES, min_size=1).map(tuple))
def test_every_path_can_be_written_and_read_again(path: tuple[str, ...]) -> None:
    assert split_path(join_path(path)) == path


@pytest.mark.parametrize("text", ["/Meridian", "Meridian//Sales", "/".join("x" * 21), "Meridian/" + "x" * 201])
def test_a_path_that_names_no_unit_says_why(text: str) -> None:
    assert "Wanted: " in path_fault(split_path(text))
