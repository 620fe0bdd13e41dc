"""Who is answering, as values: sentences that hold, counts that are ranges where they are small, no guess."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from dashboards.board.source import Board
from dashboards.board.values import Cell, Row, Wave
from dashboards.voices.participation import Participation, participation
from dashboards.wording.numbers import KEPT, THIN
from tests.dashboards.board.meridian import meridian

STEADY = (430, 424, 436, 428, 421, 433, 427, 430)


def wave(number: int, answered: int | None, asked: int | None = 600) -> Wave:
    day = date(2026, number, 2)
    return Wave(number, day, day, asked, answered, epoch=1, questionnaire="aloft-1")


def board(counts: Sequence[int | None]) -> Board:
    whole = meridian().board(None)
    assert whole
    return replace(whole, waves=tuple(wave(number, n) for number, n in enumerate(counts, start=1)))


def row(unit: int, asked: int | None, *people: int | None) -> Row:
    cells = [None if n is None else Cell(None, "≥ 90", n, None, None, {}) for n in people]
    return Row(unit, asked, tuple(cells))


def page(counts: Sequence[int | None], *divisions: Row) -> Participation:
    here = board(counts)
    source = meridian()
    company = source.rows(here, [here.root])[0]
    return participation(here, company, divisions)


def plain(words: str) -> str:
    return words.replace(KEPT, " ").replace(THIN, " ")


def test_a_steady_response_is_no_fall_and_says_what_could_have_gone_unseen() -> None:
    found = page(STEADY)

    assert plain(found.heading) == "72 % of those asked answered wave 8. No lasting fall was found."
    assert "A lasting fall of less than" in dict(found.facts)["Could go unseen"]
    assert "one company in ten within 60 waves" in dict(found.facts)["How sure"]


def test_a_falling_response_is_told_with_its_beginning() -> None:
    found = page((*STEADY, 350, 345, 352))

    assert plain(found.heading) == (
        "Response has been falling since about September 2026: 59 % answer now, 71 % did before."
    )
    assert "Why is not known." in dict(found.facts)["Is it falling?"]


@pytest.mark.parametrize(("n", "has_drawing"), [(1, False), (5, True)])
def test_before_the_sixth_wave_it_is_unknown(n: int, *, has_drawing: bool) -> None:
    found = page(STEADY[:n])

    assert f"is unknown: {n} of 6 waves." in plain(found.heading)
    assert (found.drawing is not None) is has_drawing


def test_waves_without_a_count_are_left_out_and_said() -> None:
    found = page((430, None, 436))

    assert found.drawing
    assert found.drawing.table.rows[1] == ["2, Feb 2026", "600", "unknown", "unknown"]


def test_those_who_did_not_answer_could_have_lowered_each_level() -> None:
    found = page((*STEADY[:7], 420))

    assert plain(found.silent[0]) == "How the other 180 would have answered is unknown."
    assert plain(found.silent[1]).startswith("Had all scored 10 points lower, learning would read ")


def test_nobody_is_silent_where_everybody_answered() -> None:
    assert page((600,)).silent == ("Everybody who was asked has answered.",)


def test_how_many_were_asked_in_a_hidden_unit_is_not_shown_and_not_unknown() -> None:
    divisions = meridian().board(None)
    assert divisions
    (_, hidden) = page(STEADY, row(divisions.units[divisions.root].below[0], None, None)).places

    assert (hidden.asked, hidden.instead) == ("not shown", "not shown")


def test_small_counts_are_ranges_and_have_no_share() -> None:
    divisions = meridian().board(None)
    assert divisions
    one, two, three, four = divisions.units[divisions.root].below[:4]
    found = page(STEADY, row(one, 40, 31, 30, None), row(two, 25, 12, 12, 12), row(three, 9, None), row(four, None, 40))
    company, large, small, hidden, unasked = found.places

    assert plain(company.share) == "72 %"
    assert (large.answered, plain(large.share), plain(large.half)) == ("31", "78 %", "± 11")
    assert (small.answered, small.share, small.instead) == ("10–14", "", "not given: fewer than 20 answered")
    assert (hidden.answered, hidden.instead) == ("", "not shown")
    assert (unasked.asked, unasked.share) == ("unknown", "")
