"""Real survey files as the history of a company that has their units."""

from pathlib import Path

import numpy as np
import pytest

from survey.importing.outside import read_survey
from survey.services.history.deciding import Shown, decide_wave
from survey.services.history.measuring import measure

DATA = Path(__file__).parents[4].parent / "shared/data"
K = 5

pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="../shared/data is not there")

CANADA = f"""
[columns]
wave = "year"
unit = "unit_id"
item = "item"
n = "n"
p1 = "pct5"
p2 = "pct4"
p3 = "pct3"
p4 = "pct2"
p5 = "pct1"
[scales.learning]
items = ["Q06", "Q18", "Q19", "Q20"]
[scales.customer_truth]
items = ["Q28", "Q29", "Q30", "Q31", "Q32"]
[scales.equal_say]
items = ["Q23", "Q24", "Q26"]
[units]
file = "{DATA}/pses_canada/units.csv"
id = "unit_id"
parent = "parent_id"
name = "name"
"""

KINGDOM = """
[columns]
wave = "year"
unit = "org_uid"
item = "measure"
mean = "value"
[scale]
kind = "share"
[scales.learning]
items = ["mgr.feedback_helps", "mgr.regular_feedback", "mgr.manager_open"]
[scales.equal_say]
items = ["mwk.involved_decisions", "mwk.choice_how"]
[leave_out]
org_uid = ["CSBNCH", "CSMEAN"]
"""


def shown(folder: Path, file: str, settings: str) -> tuple[list[Shown], int]:
    """Each wave, in a company that has all units of the file; and how many means there are of k people or more."""
    (folder / "map.toml").write_text(settings, encoding="utf-8")
    survey = read_survey([DATA / file], map_path=folder / "map.toml")
    whole, units = measure(survey).whole, tuple(range(survey.tree.n_units))
    n_large = sum(int((np.isfinite(one.points) & ((one.n == 0) | (one.n >= K))).sum()) for one in whole)
    return [decide_wave(one, survey.tree, units, k=K) for one in whole], n_large


def test_nearly_all_of_canada_s_public_service_can_be_shown(tmp_path: Path) -> None:
    waves, n_large = shown(tmp_path, "pses_canada/unit_item_year.csv", CANADA)

    assert {one.certificate["verdict"] for one in waves} == {"proved"}
    assert [one.n_answered for one in waves] == [166751, 200784, 181788, 174230, 161481]
    assert sum(len(one.rows) for one in waves) > 0.95 * n_large


def test_of_the_civil_service_nobody_says_how_many_answered(tmp_path: Path) -> None:
    waves, n_large = shown(tmp_path, "csps_uk_civil_service/org_year_measure.csv", KINGDOM)

    assert {one.certificate["verdict"] for one in waves} == {"not proved"}
    assert {row.people for one in waves for row in one.rows} == {None}
    assert n_large - 3 <= sum(len(one.rows) for one in waves) <= n_large
