"""The zoo: the worlds in which drift detection is measured, by name, and what is handed over of them."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

import numpy as np

from analysis.panel import Answers, Floats, Instrument, Ints, Scores, Summaries
from analysis.simulate.company import draw_company
from analysis.simulate.factors import FACTORS, Form
from analysis.simulate.fall import Fall
from analysis.simulate.parts import fallen
from analysis.simulate.scenarios import FALLS
from analysis.simulate.scores import summarise, unlink
from analysis.simulate.sheets import Sheets, fill_sheets, instrument_of
from analysis.simulate.world import World
from analysis.tree import Tree

__all__ = ["FALLS", "WORLDS", "Simulated", "ZooWorld", "make", "random_world"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ZooWorld:
    """A world to measure in.

    Attributes
    ----------
    world : World
        The company; `make` sets the number of waves.
    standing : tuple of Fall
        Movements that are there anyway and are no falls, such as an improvement.
    form : {"scores", "answers", "unlinked", "summaries"}
        How it is handed over; all are made from the same answers.
    description : str
        What is different from the base, in a line.
    """

    world: World
    standing: tuple[Fall, ...] = ()
    form: Form = "scores"
    description: str


@dataclass(frozen=True, slots=True)
class Simulated:
    """What the monitor is handed, and the truth.

    Attributes
    ----------
    data : Answers, Scores or Summaries
        In the form of the world.
    tree : Tree
        The units.
    instrument : Instrument or None
        The items, where the data are answers.
    epochs : ndarray of int, shape (n_waves,), or None
        Epoch of each wave, where the world has epochs.
    times : ndarray of float, shape (n_waves,)
        Years since the first wave.
    waves_per_year : int
        The cadence.
    fallen : ndarray of float, shape (n_waves, n_units, n_scales)
        How far each unit has fallen by the falls asked for and the standing movements, in SD.
    census : ndarray of float, shape (n_waves, n_units, n_scales)
        Mean of what all people of each unit would say without noise, in SD from the mean; nan where nobody is.
    """

    data: Answers | Scores | Summaries
    tree: Tree
    instrument: Instrument | None
    epochs: Ints | None
    times: Floats
    waves_per_year: int
    fallen: Floats
    census: Floats


def make(zoo_world: ZooWorld, rng: np.random.Generator, *, n_waves: int, falls: Sequence[Fall] = ()) -> Simulated:
    """Make a company of the zoo, answer by answer, and hand it over in its form.

    Parameters
    ----------
    zoo_world : ZooWorld
        One of `WORLDS`, or of `random_world`.
    rng : numpy.random.Generator
        Source of all randomness.
    n_waves : int
        Length of the history.
    falls : sequence of Fall
        What befalls it; `FALLS` has those of the zoo.

    Returns
    -------
    Simulated
        The data and the truth. A score is the bare mean of a person's answers on five points.

    Raises
    ------
    ValueError
        If a fall is at a unit or in a scale that does not exist.

    Examples
    --------
    >>> import numpy as np
    >>> made = make(WORLDS["quarterly"], np.random.default_rng(20260101), n_waves=8)
    >>> made.waves_per_year, made.times[-1].item(), sorted(set(made.data.n_items.tolist()))
    (4, 1.75, [3])
    """
    world = replace(zoo_world.world, n_waves=n_waves)
    every = (*zoo_world.standing, *falls)
    company = draw_company(world, rng, every)
    sheets = fill_sheets(world, company, rng)
    return Simulated(
        data=_hand_over(sheets, company.tree, zoo_world.form),
        tree=company.tree,
        instrument=instrument_of(world) if zoo_world.form == "answers" else None,
        epochs=world.epochs(),
        times=world.times(),
        waves_per_year=world.waves_per_year,
        fallen=fallen(world, company.tree, every),
        census=company.census(),
    )


def random_world(rng: np.random.Generator, *, share: float = 0.3) -> ZooWorld:
    """Combine factors of the zoo at random.

    Parameters
    ----------
    rng : numpy.random.Generator
        Source of all randomness.
    share : float
        Probability with which a group of factors, such as the cadences, takes part by one of them; 0–1.

    Returns
    -------
    ZooWorld
        Named by its description: the factors, joined by " + ".
    """
    groups: dict[str, list[str]] = {}
    for name, factor in FACTORS.items():
        groups.setdefault(factor.group, []).append(name)
    chosen = [names[rng.integers(len(names))] for names in groups.values() if rng.random() < share]
    return _combine(chosen, " + ".join(chosen) or "base")


def _combine(names: Iterable[str], description: str) -> ZooWorld:
    factors = [FACTORS[name] for name in names]
    world = World()
    for factor in factors:
        world = factor.change(world)
    standing = tuple(fall for factor in factors for fall in factor.standing(world))
    forms: list[Form] = [factor.form for factor in factors if factor.form != "scores"]
    return ZooWorld(world=world, standing=standing, form=forms[0] if forms else "scores", description=description)


def _hand_over(sheets: Sheets, tree: Tree, form: Form) -> Answers | Scores | Summaries:
    if form == "answers":
        return sheets.answers()
    scores = sheets.scores()
    if form == "scores":
        return scores
    return unlink(scores) if form == "unlinked" else summarise(scores, tree)


def _worlds() -> dict[str, ZooWorld]:
    worlds = {"base": _combine((), "600 people in 6 divisions of 10 teams, monthly, 70 % response, linked scores")}
    return worlds | {name: _combine([name], factor.description) for name, factor in FACTORS.items()}


WORLDS: Mapping[str, ZooWorld] = MappingProxyType(_worlds())
"""By name: the base and every world that differs from it in one factor."""
