"""A planned programme beside what could be asked for instead."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from analysis.gains import Gain, gains
from analysis.planner import FallFound, plan_falls
from analysis.programme import Programme, alternatives
from analysis.trials import WHOLE

SEED = 20260101
"""The same for every programme, so that plans can be compared and repeated."""

FEW_PEOPLE = 1_000
"""People up to whom every number rests on three times as many companies; larger ones take longer, and vary less."""

ASSUMED = (
    "Simulated: three principles, and scores that vary with a standard deviation of 20 points. Where yours vary more "
    "or less, all falls are larger or smaller by the same factor."
)


@dataclass(frozen=True, slots=True)
class Alternative:
    """One thing changed; `gains` stand beside `falls`, entry by entry."""

    name: str
    programme: Programme
    falls: tuple[FallFound, ...]
    gains: tuple[Gain, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    programme: Programme
    falls: tuple[FallFound, ...]
    alternatives: tuple[Alternative, ...]
    notes: tuple[str, ...]

    def fall(self, level: str, after_years: int, months: int) -> FallFound:
        wanted = (level, after_years, months)
        return next(fall for fall in self.falls if (fall.level, fall.after_years, fall.months) == wanted)


def _silently(step: str) -> None:
    del step


def plan(programme: Programme, *, on_step: Callable[[str], None] = _silently) -> Plan:
    """Try a programme and its alternatives on simulated companies; `on_step` hears what is being done."""
    on_step("Trying the programme")
    n_draws = 3 if programme.people <= FEW_PEOPLE else 1
    falls = plan_falls(programme, np.random.default_rng(SEED), n_draws=n_draws)
    others = []
    for name, other in alternatives(programme).items():
        on_step(f"Trying a {name}" if name != "linked answers" else "Trying linked answers")
        instead = plan_falls(other, np.random.default_rng(SEED), n_draws=n_draws)
        others.append(Alternative(name, other, instead, gains(falls, instead)))
    return Plan(programme, falls, tuple(others), tuple(_notes(programme)))


def _notes(programme: Programme) -> list[str]:
    notes = [ASSUMED]
    if programme.sample < 1:
        share = programme.sample * programme.response
        notes.append(f"People to ask are drawn anew for each wave; {100 * share:.0f} % of all people answer one.")
    if programme.people > WHOLE:
        notes.append(f"More than {WHOLE:,} people: each level was simulated in a part of the company.")
    return notes
