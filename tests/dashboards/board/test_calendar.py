from dataclasses import replace
from datetime import date, timedelta

from dashboards.board.calendar import Calendar
from tests.dashboards.board.tree import waves

YEAR_AND_HALF = Calendar.of(waves(18, asked=612))


def test_a_month_names_a_wave_and_leaves_out_the_year_of_the_newest() -> None:
    assert YEAR_AND_HALF.spoken(9) == "February\N{NO-BREAK SPACE}2026"
    assert YEAR_AND_HALF.month(9) == "February"
    assert YEAR_AND_HALF.month(1) == "June\N{NO-BREAK SPACE}2025"


def test_waves_of_one_month_are_named_by_their_days() -> None:
    first, second = waves(2, asked=612)
    calendar = Calendar.of([first, replace(second, opened_on=first.opened_on + timedelta(days=14))])

    assert calendar.short == ["2 Jun 2025", "16 Jun 2025"]
    assert calendar.ticks() == []


def test_what_began_before_the_first_wave_stands_there() -> None:
    assert YEAR_AND_HALF.at(-3) == 0
    assert YEAR_AND_HALF.place(date(2025, 5, 1)) is None


def test_a_day_stands_between_its_waves() -> None:
    place = YEAR_AND_HALF.place(date(2026, 9, 3))

    assert place is not None
    assert 15 < place < 16
    assert YEAR_AND_HALF.place(date(2030, 1, 1)) == 17


def test_ticks_go_from_quarters_to_the_two_ends_and_name_each_year_once() -> None:
    quarters, *_, ends = YEAR_AND_HALF.ticks()

    assert [words for _, words in quarters] == ["Jun 2025", "Sep", "Dec", "Mar", "Jun 2026", "Sep", "Nov"]
    assert ends == [[0, "Jun 2025"], [17, "Nov 2026"]]


def test_ticks_are_quarters_where_waves_open_late_in_their_months() -> None:
    days = [(2025, 5, 27), (2025, 6, 24), (2025, 7, 22), (2025, 8, 26), (2025, 9, 23), (2025, 10, 28), (2025, 11, 25)]
    late = [replace(one, opened_on=date(*day)) for one, day in zip(waves(7, asked=612), days, strict=True)]

    assert [words for _, words in Calendar.of(late).ticks()[0]] == ["May 2025", "Aug", "Nov"]


def test_a_tick_beside_an_end_may_go_so_that_others_stay() -> None:
    said = [[words for _, words in choice] for choice in YEAR_AND_HALF.ticks()]

    assert ["Jun 2025", "Dec", "Nov 2026"] in said
    assert said.index(["Jun 2025", "Dec", "Nov 2026"]) < len(said) - 1
    assert all(choice[0] == "Jun 2025" for choice in said)
