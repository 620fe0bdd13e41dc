"""The sheets that people hand in: which items they were asked, and what they answered."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from analysis.panel import Answers, Floats, Instrument, Ints, Scores
from analysis.simulate.company import Company
from analysis.simulate.parts import item_variance, moods
from analysis.simulate.roster import number_persons
from analysis.simulate.rotation import asked_items
from analysis.simulate.world import World


@dataclass(frozen=True, slots=True)
class Sheets:
    """A row per person and wave.

    Attributes
    ----------
    wave, person, unit : ndarray of int, shape (n_sheets,)
        As in `Answers`.
    item : ndarray of int, shape (n_sheets, n_scales, n_asked)
        Numbers of the items asked.
    points : ndarray of float, shape (n_sheets, n_scales, n_asked)
        The answers, in points of 0–100.
    likert : bool
        Whether answers are given as 1 … 5.
    """

    wave: Ints
    person: Ints
    unit: Ints
    item: Ints
    points: Floats
    likert: bool

    def answers(self) -> Answers:
        """A row per answer, on the items' own scale."""
        value = self.points / 25 + 1 if self.likert else self.points
        return Answers(*self._repeated(self.item.shape[1] * self.item.shape[2]), self.item.ravel(), value.ravel())

    def scores(self) -> Scores:
        """A row per person, wave and scale: bare means of the answers, whichever items they were to."""
        _, n_scales, n_asked = self.points.shape
        scale = np.tile(np.arange(n_scales), self.wave.size)
        value = self.points.mean(axis=2).ravel()
        return Scores(*self._repeated(n_scales), scale, value, np.full(scale.size, n_asked))

    def _repeated(self, times: int) -> tuple[Ints, Ints, Ints]:
        wave, person, unit = np.repeat(np.stack([self.wave, self.person, self.unit]), times, axis=1)
        return wave, person, unit


def fill_sheets(world: World, company: Company, rng: np.random.Generator) -> Sheets:
    """Ask everybody who answers."""
    roster = company.roster
    wave, seat = np.nonzero(roster.answers)
    number = number_persons(world, roster, rng)[wave, seat]
    mood = moods(world, wave.size, rng)
    n_bank = world.items_per_scale + world.questions.rotating
    levels = rng.standard_normal((world.n_scales, n_bank))
    levels = world.item_spread * (levels - levels.mean(axis=1, keepdims=True))
    asked = asked_items(world, roster, rng)[wave, seat] if world.questions.rotating else np.arange(n_bank)
    item = np.broadcast_to(asked + n_bank * np.arange(world.n_scales)[:, None], (wave.size, *_asked_shape(world)))
    latent = (company.truth[wave, seat] + mood)[:, :, None] + levels.ravel()[item]
    if world.questions.replaced_at is not None:
        item = _replace_item(world, item, latent, wave >= world.wave_at(world.questions.replaced_at))
    noise = rng.standard_normal(latent.shape)
    points = np.clip(world.mean + world.sd_points * (latent + math.sqrt(item_variance(world)) * noise), 0, 100)
    if world.answering.careless:
        _answer_carelessly(world, points, roster.person[wave, seat], rng.spawn(1)[0])
    points = np.rint(points / 25) * 25 if world.likert else points
    return Sheets(wave, number, roster.unit[wave, seat], item, points, world.likert)


def instrument_of(world: World) -> Instrument:
    """All items that are ever asked; a successor comes last."""
    n_bank = world.items_per_scale + world.questions.rotating
    of_bank = np.repeat(np.arange(world.n_scales), n_bank)
    scale_of_item = of_bank if world.questions.replaced_at is None else np.append(of_bank, 0)
    low, high = (1.0, 5.0) if world.likert else (0.0, 100.0)
    n_items = scale_of_item.size
    return Instrument(scale_of_item, np.full(n_items, low), np.full(n_items, high), np.zeros(n_items, dtype=np.bool_))


def _asked_shape(world: World) -> tuple[int, int]:
    return world.n_scales, world.items_per_scale + (world.questions.rotating > 0)


def _replace_item(world: World, item: Ints, latent: Floats, since: NDArray[np.bool_]) -> Ints:
    """Let a successor be asked instead of the last item that scale 0 asks in every wave."""
    last = world.items_per_scale - 1
    item = item.copy()
    item[since, 0, last] = world.n_scales * (world.items_per_scale + world.questions.rotating)
    latent[since, 0, last] += world.questions.replaced_by
    return item


def _answer_carelessly(world: World, points: Floats, person: Ints, rng: np.random.Generator) -> None:
    """Overwrite the answers of those who do not read the questions."""
    n_persons = int(person.max(initial=-1)) + 1
    luck, favourite = rng.random(n_persons)[person], 25.0 * rng.integers(5, size=n_persons)[person]
    same, random = luck < world.answering.careless / 2, luck >= 1 - world.answering.careless / 2
    points[same] = favourite[same, None, None]
    points[random] = 25.0 * rng.integers(5, size=points[random].shape)
