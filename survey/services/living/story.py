"""What happened at the made-up company: who sat where each month, and what each would have answered to every item.

Three stories are in it. Delivery doubles its head-count, and its people lose their equal say over half a year. The team
Ingest stops learning at once. Sales rises in learning without anybody changing: people who think well of it came in.
"""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Ints
from analysis.simulate import Fall, World
from analysis.simulate.company import Company, draw_company
from analysis.simulate.departures import People
from analysis.simulate.sheets import fill_sheets
from survey.services.living.names import COMPANY, DIVISIONS, TEAM_SIZES, UNEVEN_SIZES

PRINCIPLES = ("learning", "customer_truth", "equal_say")
ITEMS = 11
"""Of each principle."""

N_WAVES = 19
SEED = 20260101

TEAMS = [team for teams in DIVISIONS.values() for team in teams]
UNIT_NAMES = (COMPANY, *DIVISIONS, *TEAMS)
UNIT = {name: number for number, name in enumerate(UNIT_NAMES)}
GROWING, SLIDES_FROM = UNIT["Delivery"], 12
CRASHED, CRASHES_AT = UNIT["Ingest"], 13
MIXED, MIXED_FROM, N_EXCHANGED = UNIT["Sales"], 14, 28

WORLD = World(
    n_divisions=len(DIVISIONS),
    teams_per_division=len(TEAM_SIZES),
    team_sizes=tuple(size for name in DIVISIONS for size in UNEVEN_SIZES.get(name, TEAM_SIZES)),
    n_waves=N_WAVES,
    items_per_scale=ITEMS,
    response=0.72,
    people=People(growing=GROWING, growth_at=0.2, growth_months=9),
)
FALLS = (
    Fall(unit=GROWING, onset=SLIDES_FROM, size=0.8, over_months=6, scales=(PRINCIPLES.index("equal_say"),)),
    Fall(unit=CRASHED, onset=CRASHES_AT, size=1.3, scales=(PRINCIPLES.index("learning"),)),
)


@dataclass(frozen=True, slots=True)
class Story:
    """Eighteen months and the beginning of the nineteenth.

    Attributes
    ----------
    parent : tuple of int
        Parent of each unit, as in `Tree`; names in `UNIT_NAMES`.
    unit, person : ndarray of int, shape (n_waves, n_seats)
        Who sits where; a seat that is not there yet has person -1.
    answers : list of dict
        For each wave, by person, the value of every item: shape (n_principles, n_items), 1 to 5.
    """

    parent: tuple[int, ...]
    unit: Ints
    person: Ints
    answers: list[dict[int, Ints]]


def tell_story() -> Story:
    """The same every time."""
    rng = np.random.default_rng(SEED)
    company = draw_company(WORLD, rng, FALLS)
    sheets = fill_sheets(WORLD, company, rng).answers()
    roster = company.roster
    answers: list[dict[int, Ints]] = [{} for _ in range(N_WAVES)]
    values = sheets.value.astype(np.int64).reshape(-1, len(PRINCIPLES), ITEMS)
    for row, first in enumerate(range(0, sheets.value.size, len(PRINCIPLES) * ITEMS)):
        answers[int(sheets.wave[first])][int(sheets.person[first])] = values[row]
    return Story(
        parent=tuple(int(one) for one in company.tree.parent),
        unit=_exchanged(company),
        person=np.where(roster.present, roster.person, -1),
        answers=answers,
    )


def _exchanged(company: Company) -> Ints:
    """Where each seat is, after Sales has given people who think little of it for as many who think much."""
    unit = company.roster.unit.copy()
    here = company.tree.within(MIXED)[unit[MIXED_FROM]]
    there = ~here & ~company.tree.within(GROWING)[unit[MIXED_FROM]] & ~company.tree.within(CRASHED)[unit[MIXED_FROM]]
    there &= company.roster.present[0]
    mind = company.truth[: MIXED_FROM + 1, :, PRINCIPLES.index("learning")].mean(axis=0)
    low = np.flatnonzero(here)[np.argsort(mind[here])[:N_EXCHANGED]]
    high = np.flatnonzero(there)[np.argsort(-mind[there])[:N_EXCHANGED]]
    unit[MIXED_FROM:, low], unit[MIXED_FROM:, high] = unit[MIXED_FROM:, high].copy(), unit[MIXED_FROM:, low].copy()
    return unit
