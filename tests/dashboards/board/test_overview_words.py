"""The heading would do as the whole page; each principle has one sentence."""

from dataclasses import replace

import pytest

from dashboards.board.gathered import Gathered, for_overview
from dashboards.board.values import Found, Range
from dashboards.board.wording.overview import doubt, heading, holds, verdict
from tests.dashboards.board.meridian import meridian
from tests.dashboards.board.others import one_unit, quiet
from tests.dashboards.board.tree import FakeSource

KEPT = "\N{NO-BREAK SPACE}"


def gathered(source: FakeSource) -> Gathered:
    board = source.board(None)
    assert board is not None
    return for_overview(source, board, board.units[board.root].below)


def told(source: FakeSource, *found: Found) -> str:
    source.found = found
    return heading(gathered(source))


def fall(unit: int, principle: str = "learning") -> Found:
    return Found("alarm", unit, principle, "down", "step", 17, 17, 17, 17, Range(6, 3, 9), "some")


def test_the_heading_names_what_moved_and_where() -> None:
    expected = "Meridian is holding. Equal say is sliding in Delivery, and learning fell in one team, Ingest."

    assert heading(gathered(meridian())) == expected


def test_a_quiet_company_is_holding_and_that_proves_nothing() -> None:
    page = gathered(quiet())

    assert heading(page) == "Meridian is holding. No drift found in any principle, division or team."
    assert doubt(page).startswith("That does not prove that nothing moved. A fall in Meridian of less than")


def test_holding_is_said_only_where_a_fall_would_have_been_seen() -> None:
    page = gathered(one_unit())

    assert not holds(page)
    assert heading(page) == "No drift found in any principle."


@pytest.mark.parametrize(("number", "words"), [(1, "one change is on the"), (2, "two changes are on the")])
def test_the_watch_list_is_no_alert(number: int, words: str) -> None:
    source = meridian()
    watch = [replace(fall(source.unit(name)), list="watch") for name in ("Sales", "Platform")]

    assert words in told(source, *watch[:number])
    assert "Nothing is sure enough for an alert" in told(source, *watch[:number])


def test_a_company_that_falls_is_not_holding() -> None:
    source = meridian()

    assert told(source, fall(1)) == "Learning fell in Meridian."


def test_units_of_one_kind_are_told_together_and_many_as_a_count() -> None:
    source = meridian()
    teams = [fall(source.unit(name)) for name in ("Codecs", "Ingest", "Packaging")]

    assert told(source, *teams[:2]).endswith("Learning fell in two teams, Ingest and Codecs.")
    assert told(source, *teams).endswith("Learning fell in three teams.")


def test_what_has_recovered_is_in_the_heading_no_more() -> None:
    source = meridian()

    assert "fell" not in told(source, replace(fall(source.unit("Ingest")), state="recovered"))


def test_a_crash_in_a_team_a_slide_and_a_mix_have_their_sentences() -> None:
    page = gathered(meridian())

    assert verdict(page, "learning").endswith(
        f"One team, Ingest in Encoding, fell 16{KEPT}points (10{KEPT}to{KEPT}22) in September."
    )
    assert verdict(page, "customer_truth").endswith(f"the people who stayed moved 0 (−2{KEPT}to{KEPT}+2).")
    assert verdict(page, "equal_say").startswith(f"Sliding in Delivery since about February: −9{KEPT}points")
    assert verdict(page, "equal_say").endswith(f"1{KEPT}change on the watch list.")


def test_a_principle_without_a_finding_says_where_none_was_found() -> None:
    assert verdict(gathered(quiet()), "learning").endswith("No drift found, in any division or team.")
    assert verdict(gathered(one_unit()), "learning").endswith("No drift found.")
