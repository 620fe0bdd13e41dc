"""Bands of the company that may have moved stand on HR's list, and are no alarm."""

import pytest

from dashboards.board.gathered import for_overview
from dashboards.board.listing import Entry, entries
from dashboards.board.values import BandMove, Range
from tests.dashboards.board.others import quiet

KEPT = "\N{NO-BREAK SPACE}"
SIZE = Range(8, -4, 20)


def entry(one: BandMove) -> Entry:
    source = quiet()
    source.band_moves = (one,)
    board = source.board(None)
    assert board
    (found,) = entries(for_overview(source, board, board.units[board.root].below))
    return found


@pytest.mark.parametrize(
    ("direction", "gap", "verb"), [("up", 11.0, "grown"), ("up", -1.0, "narrowed"), ("down", -10.0, "grown")]
)
def test_a_gap_has_probably_grown_or_narrowed(direction: str, gap: float, verb: str) -> None:
    found = entry(BandMove("level", "gap", "learning", direction, 17, 12, SIZE, gap))  # type: ignore[arg-type] -- a case

    assert found.words == f"The gap has probably {verb}, by 8{KEPT}points (−4{KEPT}to{KEPT}20); that is not certain."
    assert (found.label, found.kind, found.name) == ("Watching", "watch", "Leads and the front line, learning")


def test_a_band_has_probably_fallen_and_of_a_small_one_no_size_is_told() -> None:
    found = entry(BandMove("tenure", "under_1", "equal_say", "down", 17, 13, None))

    assert found.name == "Under 1 year here, equal say"
    assert found.words == "It has probably fallen; that is not certain."
