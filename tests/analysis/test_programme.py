"""What can be planned, what could be asked for instead, and in which worlds it is tried."""

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from analysis.programme import Programme, alternatives
from analysis.trials import MOST_PEOPLE, WHOLE, trials

PLANNED = Programme(people=600)

WRONG: list[tuple[dict[str, Any], str]] = [
    ({"people": 0}, "people: got 0"),
    ({"teams": 0}, "teams: got 0"),
    ({"response": 0.0}, "response: got 0"),
    ({"response": float("nan")}, "response: got nan"),
    ({"sample": 1.2}, "sample: got 1.2"),
    ({"turnover": -0.1}, "turnover: got -0.1"),
    ({"waves_per_year": 53}, "waves_per_year: got 53"),
    ({"epoch_months": -1}, "epoch_months: got -1"),
    ({"false_alarms_per_year": 0.0}, "false_alarms_per_year: got 0"),
    ({"divisions": 1}, "divisions: got 1"),
    ({"teams": 1}, "teams: got 1 in each division"),
    ({"people": 59}, "teams: got 60 for 59 people"),
]


@pytest.mark.parametrize(("wrong", "told"), WRONG)
def test_what_cannot_be_planned_is_refused_by_name(wrong: dict[str, Any], told: str) -> None:
    with pytest.raises(ValueError, match=told):
        replace(PLANNED, **wrong)


def test_an_alternative_changes_one_thing() -> None:
    others = alternatives(replace(PLANNED, sample=0.5, waves_per_year=4))

    assert others == {
        "longer epoch": replace(PLANNED, sample=0.5, waves_per_year=4, epoch_months=24),
        "fuller sample": replace(PLANNED, waves_per_year=4),
        "higher cadence": replace(PLANNED, sample=0.5),
    }


def test_who_does_not_link_is_offered_links_instead_of_longer_epochs() -> None:
    assert set(alternatives(replace(PLANNED, linked=False, waves_per_year=52))) == {"linked answers"}


def test_who_asks_everybody_weekly_and_links_for_good_is_offered_nothing() -> None:
    assert not alternatives(replace(PLANNED, waves_per_year=52, epoch_months=0))


@pytest.mark.parametrize(
    ("changed", "epoch_waves"),
    [({}, 4), ({"epoch_months": 1}, 1), ({"epoch_months": 0}, None), ({"linked": False}, None)],
)
def test_a_trial_has_the_turnover_links_and_cadence_that_are_planned(
    changed: dict[str, Any], epoch_waves: int | None
) -> None:
    (trial,) = trials(replace(PLANNED, waves_per_year=4, turnover=0.03, **changed), 12)

    assert trial.world.epoch_waves == epoch_waves
    assert trial.world.linked == changed.get("linked", True)
    assert (trial.world.turnover, trial.world.waves_per_year, trial.world.n_waves) == (0.03, 4, 12)


def test_a_small_company_is_tried_whole() -> None:
    (trial,) = trials(replace(PLANNED, people=605), 12)
    tree = trial.world.tree()

    assert trial.levels == ("company", "division", "team")
    assert np.bincount(tree.depth).tolist() == [1, 6, 60]
    assert sorted(set(np.bincount(trial.world.seats(tree))[7:])) == [10, 11]


@pytest.mark.parametrize("divisions", [0, 2, 40])
@pytest.mark.parametrize("people", [WHOLE + 1, 50_000, 2_000_000])
def test_a_large_company_is_tried_in_parts_that_stay_small(people: int, divisions: int) -> None:
    programme = Programme(people=people, divisions=divisions, teams=min(1_000, people // max(divisions, 1)))
    made = trials(programme, 12)

    assert [level for trial in made for level in trial.levels] == list(programme.levels)
    assert all(trial.world.seats(trial.world.tree()).size <= MOST_PEOPLE for trial in made)
    assert all(trial.rarity >= 1 for trial in made)


def test_the_part_for_teams_keeps_their_size_and_how_rare_each_is() -> None:
    trial = trials(Programme(people=12_000, divisions=12, teams=100), 12)[-1]
    sizes = trial.world.team_sizes

    assert sizes is not None
    assert set(sizes) == {10}
    assert trial.rarity * len(sizes) == 1_200


def test_merged_teams_wobble_like_the_mean_of_those_they_stand_for() -> None:
    programme = Programme(people=12_000, divisions=12, teams=100)
    of_company, of_divisions, of_teams = (trial.world for trial in trials(programme, 12))

    assert of_divisions.wobble == pytest.approx(of_teams.wobble / 10)
    assert of_company.wobble == pytest.approx(of_teams.wobble / 12)
    assert of_company.division_shock == pytest.approx(of_teams.division_shock * 10 / 12)
