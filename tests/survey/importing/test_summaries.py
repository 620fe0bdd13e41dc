"""Summaries of outside files, read."""

import numpy as np
import pytest

from analysis import Summaries
from survey.importing.outside import OutsideSurvey
from tests.survey.importing.reading import Read, Refusal

HEADER = "wave,unit,item,mean,n,sd\n"


def panel_of(found: OutsideSurvey) -> Summaries:
    assert isinstance(found.panel, Summaries)
    return found.panel


def test_means_become_points(read: Read) -> None:
    panel = panel_of(read(HEADER + "1,Co,q,4,25,1\n1,Co/A,q,2,,\n"))

    assert panel.mean.tolist() == [75, 25]
    assert panel.n.tolist() == [25, 0]
    assert panel.sd[0] == 25
    assert np.isnan(panel.sd[1])


def test_a_reversed_item_is_turned_round(read: Read) -> None:
    panel = panel_of(read(HEADER + "1,Co,q,4,25,1\n", survey_map="[items.q]\nreversed = true\n"))

    assert panel.mean.tolist() == [25]


def test_the_shares_of_answers_give_mean_and_spread(read: Read) -> None:
    panel = panel_of(
        read("wave,unit,item,p1,p2,p3,p4,p5,n\n1,Co,q,25,0,50,0,25,40\n1,Co/A,q,,,,,,\n1,Co/B,q,0,0,1,1,0,9\n")
    )

    assert panel.mean.tolist() == [50, 62.5]
    assert panel.sd.tolist() == pytest.approx([np.sqrt(1250), 12.5])


def test_a_yes_or_no_item_has_two_shares(read: Read) -> None:
    text = "wave,unit,item,p1,p2,p3,p4,p5,n\n1,Co,q,20,80,,,,40\n"
    panel = panel_of(read(text, survey_map="[items.q]\nlow = 1\nhigh = 2\n"))

    assert panel.mean.tolist() == pytest.approx([80])


def test_the_spread_of_a_share_follows_from_share_and_respondents(read: Read) -> None:
    text = "wave,unit,item,mean,n\n1,Co,q,50,98\n2,Co,q,100,98\n3,Co,q,50,\n"
    panel = panel_of(read(text, survey_map="[scale]\nkind = 'share'\n"))

    assert panel.sd.tolist() == pytest.approx([50, 100 * np.sqrt(0.99 * 0.01), 50])


@pytest.mark.parametrize("mark", ["", "NA", "*", "..", "[c]"])
def test_suppressed_cells_are_left_out_and_counted(read: Read, mark: str) -> None:
    found = read(HEADER + f"1,Co,q,4,25,1\n1,Co/A,q,{mark},,\n")

    assert panel_of(found).wave.size == 1
    assert "Cells without a mean (suppressed, it seems), left out: 1." in found.warnings


def test_rows_of_one_bin_are_pooled(read: Read) -> None:
    text = HEADER + "2024-01-03,Co,q,2,10,0\n2024-01-20,Co,q,4,30,0\n2024-02-01,Co,q,3,5,1\n"
    panel = panel_of(read(text, survey_map="[waves]\nbin = 'month'\n"))

    assert panel.n.tolist() == [40, 5]
    assert panel.mean.tolist() == pytest.approx([62.5, 50])
    assert panel.sd[0] == pytest.approx(25 * np.sqrt(3) / 2)


def test_a_wide_file_of_means_is_read_item_by_item(read: Read) -> None:
    found = read(
        "year,org,n,work,team\n2023,A,10,3.5,4\n2024,A,10,3,\n",
        survey_map="[columns]\nwave = 'year'\nunit = 'org'\nmeans = ['work', 'team']\n"
        "[items.work]\nscale = 'work'\n[items.team]\nscale = 'team'\n",
    )

    assert found.scales == ("team", "work")
    assert panel_of(found).mean.tolist() == [75, 62.5, 50]


@pytest.mark.parametrize(
    ("row", "line"),
    [
        ("1,Co,q,6,9,1", "a.csv:2: got 6 for item 'q'; wanted 1 to 5"),
        ("1,Co,q,4,-9,1", "a.csv:2: got -9 as n; wanted 0 or more"),
        ("1,Co,q,4,9.5,1", "a.csv:2: got 9.5 as n; wanted a whole number of respondents"),
        ("1,Co,q,4,9,-1", "a.csv:2: got -1 as sd; wanted 0 or more"),
        ("1,Co,q,4,9,1\n1,Co,q,4,9,1", "a.csv:3: got a second row for unit 'Co' and item 'q' in wave '1'; wanted one"),
    ],
)
def test_an_impossible_row_is_refused(refusal: Refusal, row: str, line: str) -> None:
    assert refusal(f"{HEADER}{row}\n") == [line]


def test_shares_that_are_too_many_are_refused(refusal: Refusal) -> None:
    assert refusal("wave,unit,item,p1,p2,p3,p4,p5\n1,Co,q,60,60,0,0,0\n") == [
        "a.csv:2: got shares that add up to 120; wanted 100 (percent) or 1"
    ]
