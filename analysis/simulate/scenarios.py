"""Named falls of the zoo, and movements that are no falls."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

import numpy as np

from analysis.simulate.fall import Fall
from analysis.simulate.world import World

Scenario = Callable[[World, int], tuple[Fall, ...]]
"""What befalls a world from an onset (a wave) on."""

SIZES = {"company": (0.05, 0.1, 0.2, 0.4), "division": (0.1, 0.2, 0.4), "team": (0.4, 0.8)}
MONTHS = (6, 12, 36)


def division_of(world: World) -> int:
    """The inner unit below the root whose people are nearest to a sixth of the company; else as `team_of`."""
    tree = world.tree()
    inner = np.setdiff1d(tree.parent, (-1, tree.root))
    if not inner.size:
        return team_of(world)
    seats = world.seats(tree)
    people = np.array([tree.within(int(unit))[seats].sum() for unit in inner])
    return int(inner[np.argmin(np.abs(people - seats.size / 6))])


def team_of(world: World) -> int:
    """The team of median size; the first of several."""
    units, people = np.unique(world.seats(world.tree()), return_counts=True)
    return int(units[np.argmin(np.abs(people - np.median(people)))])


def waves_of(world: World, months: float) -> int:
    return round(months / world.months_per_wave)


def lasting(level: str, size: float, over_months: float = 0.0) -> Scenario:
    """One fall, at once or over months."""

    def scenario(world: World, onset: int) -> tuple[Fall, ...]:
        return (Fall(unit=_unit(world, level), onset=onset, size=size, over_months=over_months),)

    return scenario


def crash(level: str, size: float) -> Scenario:
    """A fall at once that lasts half a year and is made good over the next."""

    def scenario(world: World, onset: int) -> tuple[Fall, ...]:
        unit, later = _unit(world, level), onset + waves_of(world, 6)
        return Fall(unit=unit, onset=onset, size=size), Fall(unit=unit, onset=later, size=-size, over_months=6)

    return scenario


def lost_rise(size: float) -> Scenario:
    """The company rises two years before the onset, holds, and falls back."""

    def scenario(world: World, onset: int) -> tuple[Fall, ...]:
        root = world.tree().root
        earlier = onset - waves_of(world, 24)
        return Fall(unit=root, onset=earlier, size=-size), Fall(unit=root, onset=onset, size=size)

    return scenario


def improvement(world: World, *, after_months: float, years: float) -> tuple[Fall, ...]:
    """The company rises by .1 SD a year in all scales, then holds: no fall."""
    onset, scales = waves_of(world, after_months), tuple(range(world.n_scales))
    return (Fall(unit=world.tree().root, onset=onset, size=-0.1 * years, over_months=12 * years, scales=scales),)


def _unit(world: World, level: str) -> int:
    return {"company": lambda _: world.tree().root, "division": division_of, "team": team_of}[level](world)


def _falls() -> dict[str, Scenario]:
    falls: dict[str, Scenario] = {}
    for level, sizes in SIZES.items():
        for size in sizes:
            name = f"{level} {size:g}"
            falls[f"{name} step"] = lasting(level, size)
            falls |= {f"{name} over {months} months": lasting(level, size, months) for months in MONTHS}
            falls[f"{name} crash"] = crash(level, size)
    falls["company rise 0.3 lost after two years"] = lost_rise(0.3)
    falls["company 0.1 a year"] = lasting("company", 1.0, 120)
    return falls


FALLS: Mapping[str, Scenario] = MappingProxyType(_falls())
"""By name: what befalls a world from an onset on, all in scale 0."""
