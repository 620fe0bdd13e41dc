"""A plan in words and as a table."""

import json
import math
from dataclasses import replace

import pytest

from analysis.gains import gains
from analysis.planner import HORIZONS, YEARS, FallFound
from analysis.programme import Programme
from analysis.trials import WHOLE
from survey.services.plan import as_json, as_table, in_a_sentence
from survey.services.plan import comparison as services
from survey.services.plan.comparison import Alternative, Plan

PROGRAMME = Programme(people=40, divisions=0, teams=4, sample=0.5)
NONE = math.nan


def falls(company: float, team: float) -> tuple[FallFound, ...]:
    """The same after every year and horizon."""
    sizes = (("company", company), ("team", team))
    return tuple(
        FallFound(level, years, months, size, size, size)
        for level, size in sizes
        for years in YEARS
        for months in HORIZONS
    )


def planned(company: float, team: float, programme: Programme = PROGRAMME, **offers: tuple[float, float]) -> Plan:
    changed = {"fuller sample": {"sample": 1.0}, "higher cadence": {"waves_per_year": 26}}
    ours = falls(company, team)
    others = []
    for word, sizes in offers.items():
        name = {"fuller": "fuller sample", "higher": "higher cadence"}[word]
        theirs = falls(*sizes)
        others.append(Alternative(name, replace(programme, **changed[name]), theirs, gains(ours, theirs)))
    return Plan(programme, ours, tuple(others), ("A note.",))


def test_the_sentence_says_company_team_and_what_helps_most() -> None:
    plan = planned(2.2, 14.3, fuller=(2.0, 12.1), higher=(1.9, 13.0))

    assert in_a_sentence(plan) == (
        "After a year of waves, a fall of 2 points of the whole company would be found within 3 months with "
        "80 % probability; in a team of 10 nothing below 14 points would; a fuller sample would bring that to 12."
    )


def test_one_point_is_singular_and_no_fall_has_none() -> None:
    said = in_a_sentence(planned(0.3, 1.2))

    assert "a fall of 1 point of the whole company" in said
    assert said.endswith("nothing below 1 point would.")


def test_an_alternative_that_gains_no_whole_point_is_not_told() -> None:
    assert in_a_sentence(planned(2, 14, fuller=(2, 13.6))).endswith("nothing below 14 points would.")


def test_where_only_a_team_can_find_none_the_sentence_says_what_would() -> None:
    assert in_a_sentence(planned(2, NONE, higher=(2, 30), fuller=(2, NONE))).endswith(
        "; in a team of 10 no fall could be found; with a higher cadence one of 30 points would."
    )


def test_where_nothing_can_be_found_the_sentence_says_so() -> None:
    assert in_a_sentence(planned(NONE, NONE)) == (
        "After a year of waves, no fall of the whole company could be found within 12 months with 80 % "
        "probability; in a team of 10 none could."
    )


def test_a_team_without_a_company_is_told_in_words_that_fit() -> None:
    assert "in a team of 10 one of 14 points would" in in_a_sentence(planned(NONE, 14))


def test_teams_of_uneven_size_are_told_as_about() -> None:
    assert "in a team of about 10 nothing" in in_a_sentence(planned(2, 14, replace(PROGRAMME, people=41)))


def test_a_company_without_teams_is_told_alone() -> None:
    alone = Plan(replace(PROGRAMME, teams=1), falls(2, 14)[:6], (), ())

    assert in_a_sentence(alone).endswith("within 3 months with 80 % probability.")


def test_the_table_says_what_is_none_what_is_better_and_what_is_worse() -> None:
    text = as_table(planned(4, NONE, fuller=(3, 20), higher=(5, NONE)))

    assert "  team of 10              none                   none                   none" in text
    assert "With a fuller sample (everybody instead of 50 %)" in text
    assert "  company of 40           −1.0                   −1.0                   −1.0" in text
    assert "20.0, not none" in text
    assert "+1.0 / over a year" in text
    assert text.endswith("Note: A note.")


def test_the_table_says_how_much_sooner_at_least() -> None:
    plan = planned(4, 20)
    gain = replace(gains(plan.falls, plan.falls)[1], points=-1.0, months=-3.0, at_least=True)
    other = Alternative("fuller sample", replace(PROGRAMME, sample=1.0), plan.falls, (gain,) * len(plan.falls))

    assert "−1.0 / −3.0 or more " in as_table(replace(plan, alternatives=(other,)))


def test_the_table_says_where_some_units_or_an_alternative_find_none() -> None:
    plan = planned(4, 20, fuller=(4, NONE))
    some = replace(plan, falls=tuple(replace(fall, high=NONE) for fall in plan.falls))

    assert "20.0 (20.0 or more)" in as_table(some)
    assert "none any more" in as_table(plan)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"linked": True}, "With linked answers (epochs of 12 months)"),
        ({"linked": True, "epoch_months": 0}, "With linked answers (for good)"),
    ],
)
def test_links_are_told_with_their_epochs(changed: dict[str, int], said: str) -> None:
    unlinked = replace(PROGRAMME, linked=False, epoch_months=changed.get("epoch_months", 12))
    ours = falls(4, 20)
    other = Alternative("linked answers", replace(unlinked, linked=True), ours, gains(ours, ours))

    assert said in as_table(Plan(unlinked, ours, (other,), ()))


def test_the_document_has_null_where_nothing_can_be_said() -> None:
    document = json.loads("".join(as_json(planned(2, NONE, fuller=(1, 20)))))

    assert document["falls"][-1]["points"] is None
    assert document["alternatives"][0]["falls"][-1]["points_difference"] is None


def test_notes_say_how_a_sample_counts_and_what_was_tried_in_parts() -> None:
    notes = services._notes(replace(PROGRAMME, people=WHOLE + 1))

    assert "35 % of all people answer one" in notes[1]
    assert "in a part of the company" in notes[2]
