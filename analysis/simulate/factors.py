"""The factors of the zoo: each changes one thing of the world it is given."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any, Literal

from analysis.simulate.fall import Fall
from analysis.simulate.scenarios import division_of, improvement
from analysis.simulate.shapes import log_normal_sizes, uneven_tree
from analysis.simulate.world import World

Form = Literal["scores", "answers", "unlinked", "summaries"]


def _nothing(_: World) -> tuple[Fall, ...]:
    return ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Factor:
    """One way in which a world differs from the base.

    Attributes
    ----------
    group : str
        Of the factors of one group a world has one at most.
    description : str
        In a line.
    change : callable
        World to world.
    standing : callable
        World to movements that are there from the start and are no falls.
    form : str
        How the data are handed over.
    """

    group: str
    description: str
    change: Callable[[World], World]
    standing: Callable[[World], tuple[Fall, ...]] = _nothing
    form: Form = "scores"


def fields(**values: Any) -> Callable[[World], World]:
    """Set fields of the world."""
    return lambda world: replace(world, **values)


def part(name: str, **values: Any) -> Callable[[World], World]:
    """Set fields of one of the world's parts."""
    return lambda world: replace(world, **{name: replace(getattr(world, name), **values)})


def _growing(world: World) -> World:
    return part("people", growing=division_of(world))(world)


def _yearly_epochs(world: World) -> World:
    return replace(world, epoch_waves=world.waves_per_year)


def _factor(group: str, description: str, change: Callable[[World], World], form: Form = "scores") -> Factor:
    return Factor(group=group, description=description, change=change, form=form)


def _course(description: str, *, after_months: float, years: float) -> Factor:
    def standing(world: World) -> tuple[Fall, ...]:
        return improvement(world, after_months=after_months, years=years)

    return Factor(group="course", description=description, change=fields(), standing=standing)


SHAPES = {
    "teams of 5": _factor("shape", "120 teams of 5", fields(teams_per_division=20, people_per_team=5)),
    "teams of 40": _factor(
        "shape", "15 teams of 40 in 5 divisions", fields(n_divisions=5, teams_per_division=3, people_per_team=40)
    ),
    "log-normal teams": _factor("shape", "60 teams of 1 to 40 people", fields(team_sizes=log_normal_sizes())),
    "depth 1": _factor("shape", "60 teams of 10 directly below the root", fields(parent=uneven_tree(1))),
    "depth 5": _factor("shape", "60 teams of 10 at depths 1 to 5", fields(parent=uneven_tree(5))),
    "depth 8": _factor("shape", "60 teams of 10 at depths 1 to 8, in chains", fields(parent=uneven_tree(8))),
    "50 people": _factor("shape", "5 teams of 10 directly below the root", fields(parent=(-1, 0, 0, 0, 0, 0))),
    "3600 people": _factor("shape", "18 divisions of 20 teams of 10", fields(n_divisions=18, teams_per_division=20)),
}
CADENCES = {
    "quarterly": _factor("cadence", "4 waves a year", fields(waves_per_year=4)),
    "four-weekly": _factor("cadence", "13 waves a year", fields(waves_per_year=13)),
    "weekly": _factor("cadence", "52 waves a year", fields(waves_per_year=52)),
    "epochs of a year": _factor("epochs", "new person numbers every 12 months", _yearly_epochs),
}
NOISE = {
    "wobble x4": _factor("wobble", "teams share 2 % of the variance in a wave", fields(wobble=0.02)),
    "wobble AR(.6)": _factor("wobble", "what teams share lasts, AR .6 a month", fields(wobble_ar=0.6)),
    "persons wander": _factor(
        "persons",
        "54 % of the variance is persons AR(.9)",
        fields(person=0.0, wander=0.54, wander_ar=0.9, residual=0.4),
    ),
    "shared shocks x4": _factor(
        "shocks",
        "shocks of divisions and company of 4 times the variance",
        fields(division_shock=0.008, company_shock=0.004),
    ),
    "shared shocks AR(.5)": _factor("shocks", "shocks of divisions and company AR .5 a month", fields(shock_ar=0.5)),
    "unit levels wander": _factor(
        "levels", "levels of teams and divisions wander, AR .97 a month", part("levels", team=0.02, division=0.005)
    ),
    "season .03": _factor("season", "a yearly wave of .03 SD", fields(season=0.03)),
    "season .1": _factor("season", "a yearly wave of .1 SD", fields(season=0.1)),
    "slow improvement, then plateau": _course("+.1 SD a year for 30 months, then flat", after_months=0, years=2.5),
    "three years of rise": _course("two years flat, +.1 SD a year for three, flat", after_months=24, years=3),
}
PEOPLE = {
    "turnover 0": _factor("turnover", "nobody leaves", fields(turnover=0.0)),
    "turnover 4 %": _factor("turnover", "4 % leave each month", fields(turnover=0.04)),
    "re-organisation": _factor("moves", "20 % move at once halfway", part("people", reorganisation=0.2)),
    "steady moves": _factor("moves", "1 % move each month", part("people", moves=0.01)),
    "joiners cool": _factor(
        "joiners", "joiners start .3 SD high, halved in 6 months", part("people", joiners_high=0.3)
    ),
    "division doubles": _factor("growth", "a division doubles by hiring in 12 months halfway", _growing),
}
ANSWERING = {
    "response 60-90 % by unit": _factor("response", "own to each unit", part("answering", response_range=(0.6, 0.9))),
    "response 60-90 % by person": _factor(
        "response", "own to each person", part("answering", response_range=(0.6, 0.9), response_of="person")
    ),
    "response falls": _factor(
        "response",
        "from 80 to 50 %",
        lambda world: part("answering", response_until=0.5)(replace(world, response=0.8)),
    ),
    "careless 10 %": _factor("careless", "10 % answer whatever happens", part("answering", careless=0.1)),
    "ceiling": _factor("ceiling", "60 % of the answers are 5", fields(mean=93.3)),
    "item rotation": _factor(
        "form",
        "2 items each wave and 1 of 9",
        lambda world: part("questions", rotating=9)(replace(world, items_per_scale=2)),
        "answers",
    ),
    "item replaced": _factor(
        "form", "one item replaced halfway by one 8 points lower", part("questions", replaced_at=0.5), "answers"
    ),
    "unlinked": _factor("form", "scores without person numbers", fields(), "unlinked"),
    "summaries": _factor("form", "n, mean and SD of teams", fields(), "summaries"),
}
FACTORS: dict[str, Factor] = {**SHAPES, **CADENCES, **NOISE, **PEOPLE, **ANSWERING}
"""By name, in the order in which a combination applies them."""
