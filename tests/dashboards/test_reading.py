"""From a report to what the page says."""

from dataclasses import replace
from math import nan

import pytest

from dashboards.report.cards import cards, window
from dashboards.report.cells import cell, ruler
from dashboards.report.findings import MOST_PICTURES, findings
from dashboards.report.lookup import Lookup
from dashboards.report.moves import in_words, move
from dashboards.report.quality import evidence, participation, what_was_read
from dashboards.report.wavewise import wavewise
from dashboards.report.where import where
from tests.dashboards import reports
from tests.dashboards.factories import Company, change
from tests.dashboards.reports import MONTHLY, SCALES, small


def test_units_of_the_same_name_are_told_apart() -> None:
    lookup = Lookup.of(
        Company({"M": 90, "M/A": 40, "M/A/Desk 1": 20, "M/B": 40, "M/B/Desk 1": 20}, ["1"], ["x"]).report()
    )

    assert [lookup.name(unit) for unit in lookup.units] == ["M", "A", "A / Desk 1", "B", "B / Desk 1"]


def test_a_slash_in_a_name_is_part_of_the_name() -> None:
    lookup = Lookup.of(Company({"M": 90, "M/R&D/Lab": 40}, ["1"], ["x"]).report())

    assert lookup.name("M/R&D/Lab") == "R&D/Lab"


def test_a_change_needs_ten_answers_in_both_waves() -> None:
    lookup = Lookup.of(small())

    assert move(lookup, "Meridian/Lab", "learning").instead == "not judged"
    assert move(lookup, "Meridian/Sales", "learning").instead == ""


def test_a_change_looks_back_twelve_waves() -> None:
    assert in_words(Lookup.of(small()), "Meridian", "learning").startswith("Change since Nov 2025: ")


@pytest.mark.parametrize(("mean", "said"), [(nan, "not shown in the file"), (None, "no answers")])
def test_the_kinds_of_nothing_are_told_apart(mean: float | None, said: str) -> None:
    rows = [
        replace(row, mean=row.mean if mean is None else mean)
        for row in small().estimates
        if row.unit == "Meridian" or mean is not None or row.wave != MONTHLY[-1]
    ]

    assert move(Lookup.of(small(estimates=rows)), "Meridian/Sales", "learning").instead == said


def test_cells_are_tinted_by_size_only_where_something_was_found() -> None:
    sizes = [4.9, 5.0, 10.1]
    found = [change("Meridian/Sales", scale, size=size) for scale, size in zip(SCALES, sizes, strict=True)]
    lookup = Lookup.of(small(watch=found))
    tints = [[cell(lookup, unit, scale, (40, 80)).tint for scale in SCALES] for unit in ("Meridian/Sales", "Meridian")]

    assert tints == [["down-1", "down-2", "down-3"], ["", "", ""]]


def test_an_ancestor_counts_the_found_changes_below_it() -> None:
    report = Company({"M": 90, "M/A": 40, "M/A/Desk": 20}, MONTHLY, ["x"]).report(watch=[change("M/A/Desk", "x")])
    lookup = Lookup.of(report)

    assert cell(lookup, "M/A", "x", ruler(lookup, lookup.units)).word.startswith("1")


def test_many_units_are_boxes_and_none_is_lost() -> None:
    report = reports.many_units(6, 20)
    found = where(Lookup.of(report))

    assert not found.is_whole
    assert sum(len(row.boxes) for row in found.box_rows) == 120
    assert sum(bool(box.tint) for row in found.box_rows for box in row.boxes) == 6


def test_a_row_stands_under_its_own_ancestors_only() -> None:
    units = (
        {"M": 9000, "M/A": 90}
        | {f"M/A/{number}": 20 for number in range(70)}
        | {f"M/B{number}": 9 for number in range(45)}
    )
    lookup = Lookup.of(
        Company(units, ["2021", "2022"], ["x"]).report(watch=[change("M/A/7", "x"), change("M/B3", "x")])
    )

    assert [(row.name, row.indent) for row in where(lookup).blocks[0][1]] == [("M", 0), ("7", 0), ("B3", 0)]


def test_a_card_draws_and_tells_the_same_change() -> None:
    found = [change("Meridian/Sales", "learning", evidence=4.0), change("Meridian", "learning", size=3.0, evidence=2.0)]
    card = cards(Lookup.of(small(watch=found)), (40, 80))[0]

    assert "sliding in Meridian since" in card.words[0]
    assert "in Meridian began" in card.drawing.alt


def test_units_right_under_the_root_share_a_row_of_boxes() -> None:
    units = {"NHS": 9000} | {f"NHS/Trust {number}": 40 for number in range(70)}
    found = where(Lookup.of(Company(units, ["2021", "2022"], ["x"]).report()))

    assert [(row.name, len(row.boxes)) for row in found.box_rows] == [("NHS", 70)]
    assert len(found.blocks[0][1]) == 1


def test_pictures_are_capped_and_the_rest_is_words() -> None:
    units = {"M": 900} | {f"M/T{number}": 30 for number in range(30)}
    report = Company(units, MONTHLY, ["x"]).report(watch=[change(unit, "x") for unit in units if unit != "M"])
    lookup = Lookup.of(report)
    told = findings(lookup, (30, 90))

    assert len(told) == 30
    assert sum(found.drawing is not None for found in told) == MOST_PICTURES


def test_a_change_before_the_first_wave_is_told_without_a_mark() -> None:
    lookup = Lookup.of(
        small(alarms=[change("Meridian/Sales", "learning", onset="2024", onset_low="2023", onset_high="2025")])
    )
    told = findings(lookup, window(lookup, []))[0]

    assert told.drawing is not None
    assert "shapes" not in told.drawing.figure["layout"]


def test_all_units_are_in_the_tables_fifty_at_a_time() -> None:
    tables = wavewise(Lookup.of(reports.many_units(3, 120)))
    named = {row[0] for group in tables.groups for row in group.tables[0][1].rows}

    assert len(named) == 364
    assert max(len(group.tables[0][1].rows) for group in tables.groups) == 50


def test_unknown_counts_and_evidence_are_not_drawn() -> None:
    rows = [replace(row, n=0) for row in small().estimates]
    lookup = Lookup.of(small(estimates=rows, evidence=[nan] * 18))

    assert participation(lookup) is None
    assert evidence(lookup) is None


def test_the_input_is_told_in_one_sentence() -> None:
    report = small()
    words = what_was_read(Lookup.of(replace(report, input=replace(report.input, rows=1, persons=0, kind="summaries"))))

    assert words.replace("\N{NO-BREAK SPACE}", " ") == "1 row of summaries, 3 units, 18 waves."


@pytest.mark.parametrize(("n_scales", "widths"), [(3, [3]), (8, [8]), (9, [5, 4]), (17, [6, 6, 5])])
def test_many_scales_stand_in_blocks_of_much_the_same_width(n_scales: int, widths: list[int]) -> None:
    company = Company({"M": 200, "M/A": 90}, ["1", "2"], [f"s{number}" for number in range(n_scales)])

    assert [len(names) for names, _ in where(Lookup.of(company.report())).blocks] == widths
