"""Moves beyond sampling error that are yet no larger than such units usually make."""

from dataclasses import replace

import numpy as np
import pytest

from dashboards.report import render
from dashboards.report.lookup import Lookup
from dashboards.report.ordinary import MOST_NAMED, Ordinary, groups, ordinary
from dashboards.source import Estimate, Report
from dashboards.wording.ordinary import interval, moved, named, title, verdict
from tests.dashboards import reports
from tests.dashboards.factories import Company, change

WAVES = ["2011", "2014"]
PARTS = [f"State/Department {number}" for number in range(1, 13)]
MOVES = [-6.0, -4.0, -3.0, -2.0, -1.0, -0.1, 0.1, 1.0, 2.0, 3.0, 4.0, 30.0]


def departments(moves: list[float], *, se: float = 0.3, n: int = 2000, **changed: object) -> Report:
    """Two waves in which the departments move as given; the first has the most answers."""
    parts = PARTS[: len(moves)]
    rows = [Estimate(wave, "State", "trust", 9000, 60, 0.1, 59.8, 60.2, 60) for wave in WAVES]
    for number, (part, move) in enumerate(zip(parts, moves, strict=True)):
        for wave, mean in zip(WAVES, (50.0, 50 + move), strict=True):
            rows.append(Estimate(wave, part, "trust", n - number, mean, se, mean - 0.5, mean + 0.5, mean))
    company = Company({"State": 9000} | dict.fromkeys(parts, n), WAVES, ["trust"])
    return company.report(estimates=rows, **changed)


def found(report: Report) -> list[str]:
    return [one.unit.removeprefix("State/Department ") for group in groups(Lookup.of(report)) for one in group.ordinary]


def told(report: Report) -> Ordinary:
    section = ordinary(Lookup.of(report))
    assert section is not None
    return section


def plain(words: str) -> str:
    return words.replace("\N{NO-BREAK SPACE}", " ")


def test_a_move_is_ordinary_if_its_interval_leaves_out_0_and_siblings_move_as_far() -> None:
    assert found(departments(MOVES)) == ["1", "2", "3", "4", "5", "8", "9", "10", "11"]


def test_the_usual_move_is_the_robust_spread_around_the_middle() -> None:
    (group,) = groups(Lookup.of(departments(MOVES)))

    assert group.middle == pytest.approx(0)
    assert group.usual == pytest.approx(1.4826 * 2.5)
    assert (group.n_units, group.n_clear) == (12, 10)


def test_a_move_beyond_the_usual_is_not_called_ordinary() -> None:
    assert "12" not in found(departments(MOVES))


def test_sampling_error_alone_is_not_told() -> None:
    assert ordinary(Lookup.of(departments(MOVES, se=20))) is None


def test_a_move_all_make_alike_is_left_to_the_common_changes() -> None:
    assert ordinary(Lookup.of(departments([8.0, 8.1, 7.9, 8.2, 7.8, 8.1]))) is None


@pytest.mark.parametrize("direction", ["down", "up"])
def test_what_is_told_as_a_change_is_not_ordinary(direction: str) -> None:
    dated = {"wave": "2014", "onset": "2014", "onset_low": "2011", "onset_high": "2014", "direction": direction}
    watch = [change(PARTS[0], "trust", **dated), change(PARTS[1], "other", **dated)]

    assert found(departments(MOVES, watch=watch))[:2] == ["2", "3"]


def test_a_change_that_began_in_another_wave_leaves_a_move_ordinary() -> None:
    dated = {"wave": "2014", "onset": "2011", "onset_low": "2011", "onset_high": "2011"}

    assert found(departments(MOVES, watch=[change(PARTS[0], "trust", **dated)]))[0] == "1"


def test_four_siblings_are_too_few() -> None:
    assert not found(departments([-6.0, -3.0, 3.0, 6.0]))
    assert found(departments([-6.0, -4.0, 0.1, 4.0, 6.0]))


def test_units_with_few_answers_are_not_judged() -> None:
    assert not found(departments(MOVES, n=9))


def test_the_sentence_says_how_many_how_far_and_that_it_is_ordinary() -> None:
    (one,) = told(departments(MOVES)).shown

    assert one.title == "Trust, 2011 to 2014"
    assert plain(one.sentence) == (
        "10 of 12 parts of State moved by more than their sampling error; such parts usually move by about 3.7 points "
        "around a middle of 0.0, so that is ordinary for 9 of them."
    )
    assert plain(one.named).startswith("Most answers: Department 1 −6.0 (−6.7 to −5.3), Department 2 −4.0")
    assert plain(one.named).count("Department") == MOST_NAMED
    assert plain(one.named).endswith("; 4 more in the table.")


def test_where_all_are_ordinary_the_sentence_says_so() -> None:
    assert plain(verdict("State", (6, 5, 5), (0.4, 2.5))).endswith("so that is ordinary for them all.")
    assert plain(named([("A", 2.0, 1.0), ("B", -3.0, 1.0)], 2)) == "A +2 (+1 to +3) and B −3 (−4 to −2)."
    assert plain(title("Trust", "2026-01", "2026-02")) == "Trust, January to February 2026"


def test_an_interval_that_leaves_out_0_never_reads_as_if_it_held_it() -> None:
    assert plain(interval(-1.4, 1.1)) == "−2.5 to −0.3"
    assert moved(-1.4, 1.1) == "−1.4"


def test_the_latest_waves_come_first_and_what_is_left_out_is_said() -> None:
    section = told(wobbling(n_waves=9, n_units=200))

    assert [one.title.split(", ")[1] for one in section.shown] == [f"waves {n} to {n + 1}" for n in (8, 7, 6, 5)]
    assert len(section.more) == 12
    assert len(section.table.rows) == 1000
    assert section.left_out > 0
    assert "older moves left out" in plain(render(wobbling(n_waves=9, n_units=200)))


def wobbling(*, n_waves: int, n_units: int) -> Report:
    """Departments of thousands whose levels wander by more than their sampling error."""
    rng = np.random.default_rng(20260101)
    units = {"State": 90_000} | {f"State/{number}": 5000 for number in range(n_units)}
    report = Company(units, [str(2000 + 9)], ["x", "y"]).report()
    waves = [str(number) for number in range(1, n_waves + 1)]
    rows = [replace(row, wave=wave, mean=60 + 3 * rng.standard_normal()) for wave in waves for row in report.estimates]
    return replace(report, waves=waves, estimates=rows, detectability=[], evidence=[0.0] * n_waves)


@pytest.mark.parametrize("name", ["one_unit", "one_wave", "nothing_found"])
def test_the_section_is_absent_where_there_is_nothing_to_tell(name: str) -> None:
    assert "Moved, but no more than usual" not in render(getattr(reports, name)())


def test_the_section_stands_on_the_page() -> None:
    page = plain(render(departments(MOVES)))

    assert "Moved, but no more than usual" in page
    assert "Department 1 <b>−6.0</b> (−6.7 to −5.3)" in page


def test_of_two_scales_the_one_with_more_ordinary_moves_is_shown_and_the_other_closed() -> None:
    base = departments(MOVES)
    halved = [replace(row, scale="pay", se=1.0) for row in base.estimates]
    report = replace(
        base, scales=[replace(base.scales[0], scale="pay"), *base.scales], estimates=halved + base.estimates
    )
    section = told(report)

    assert [one.title for one in section.shown] == ["Trust, 2011 to 2014"]
    assert [one.title for one in section.more] == ["Pay, 2011 to 2014"]
