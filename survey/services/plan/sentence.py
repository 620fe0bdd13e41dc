"""A plan in one sentence."""

import math

from analysis.planner import HORIZONS
from survey.services.plan.comparison import Plan

SUBJECTS = {
    "linked answers": "linked answers",
    "longer epoch": "a longer epoch",
    "fuller sample": "a fuller sample",
    "higher cadence": "a higher cadence",
}


def in_a_sentence(plan: Plan) -> str:
    """What would be found of the company and of a team after a year of waves, and what would help most."""
    months = _first_horizon(plan)
    levels = list(plan.programme.levels)
    company = _found(plan, "company", months)
    said = f"within {months} months with 80 % probability"
    if company is None:
        told = f"After a year of waves, no fall of the whole company could be found {said}"
    else:
        told = f"After a year of waves, a fall of {in_points(company)} of the whole company would be found {said}"
    if levels[-1] != "company":
        told += f"; in {team(plan)} {_of_team(company, _found(plan, levels[-1], months))}"
    return f"{told}{_help(plan, levels[-1], months)}."


def in_points(points: float) -> str:
    """Whole points, of which there is at least one."""
    whole = _whole(points)
    return f"{whole} point{'' if whole == 1 else 's'}"


def team(plan: Plan) -> str:
    size, rest = divmod(plan.programme.people, plan.programme.n_teams)
    return f"a team of {f'about {plan.programme.people / plan.programme.n_teams:.0f}' if rest else size}"


def _first_horizon(plan: Plan) -> int:
    found = [fall.months for fall in plan.falls if fall.after_years == 1 and not math.isnan(fall.points)]
    return min(found, default=HORIZONS[-1])


def _found(plan: Plan, level: str, months: int) -> float | None:
    points = plan.fall(level, 1, months).points
    return None if math.isnan(points) else points


def _of_team(company: float | None, points: float | None) -> str:
    if points is None:
        return "none could" if company is None else "no fall could be found"
    return f"one of {in_points(points)} would" if company is None else f"nothing below {in_points(points)} would"


def _help(plan: Plan, level: str, months: int) -> str:
    """The alternative that gains most in whole points, if any gains one."""
    now = plan.fall(level, 1, months)
    at = plan.falls.index(now)
    offers = {
        other.name: _whole(other.falls[at].points)
        for other in plan.alternatives
        if not math.isnan(other.falls[at].points)
    }
    if not offers:
        return ""
    best = min(offers, key=lambda name: offers[name])
    if math.isnan(now.points):
        return f"; with {SUBJECTS[best]} one of {in_points(offers[best])} would"
    return f"; {SUBJECTS[best]} would bring that to {offers[best]}" if offers[best] < _whole(now.points) else ""


def _whole(points: float) -> int:
    return max(1, round(points))
