"""Scale means from item means, so that a changed item set is no drift."""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from analysis import Summaries
from analysis.scoring import INTER_ITEM
from survey.importing.item_summaries import ItemSummaries
from survey.importing.long import Floats, Ints

_OWN_MEMORY = 30
"""Respondents at which a unit's own view of an item counts as much as everybody's."""


@dataclass(frozen=True, slots=True)
class Chained:
    """`breaks` lists (scale, wave) in which no item had been asked before."""

    panel: Summaries
    breaks: tuple[tuple[int, int], ...]
    several_items: bool


@dataclass(slots=True)
class _Memory:
    """What a scale's chain knows from earlier waves: of units by items, each unit's offset and item set, and levels."""

    own: Floats
    everybody: Floats
    offset: Floats
    asked: NDArray[np.bool_]
    level: float = np.nan
    breaks: list[int] = field(default_factory=list)


def scale_summaries(by_item: ItemSummaries, scale_of_item: Ints) -> Chained:
    """A row per wave, unit and scale.

    The mean of a unit is that of its items, less an offset that changes only when the unit's item set does: by the
    difference that the items coming and going make to the mean of the set, as the waves so far show it (in the unit
    where many answered, in all units where few did). Later waves change nothing. An item that is new in all units
    takes its place from the wave in which it comes, beside the items that stay.
    """
    parts, breaks = [], []
    for number in range(int(scale_of_item.max()) + 1):
        rows, when = _chain(by_item, np.flatnonzero(scale_of_item == number))
        parts.append((np.full(rows[0].size, number), *rows))
        breaks += [(number, wave) for wave in when]
    scale, wave, unit, n, mean, sd = (np.concatenate(column) for column in zip(*parts, strict=True))
    order = np.lexsort((scale, unit, wave))
    panel = Summaries(wave[order], unit[order], scale[order], n[order], mean[order], sd[order])
    return Chained(panel, tuple(breaks), bool(np.bincount(scale_of_item).max() > 1))


def _chain(by_item: ItemSummaries, items: Ints) -> tuple[tuple[Ints, Ints, Ints, Floats, Floats], list[int]]:
    """Wave, unit, n, mean and sd of one scale."""
    place = np.full(int(by_item.item.max()) + 1, -1)
    place[items[items < place.size]] = np.arange((items < place.size).sum())
    here = np.flatnonzero(place[by_item.item] >= 0)
    units, seat = np.unique(by_item.unit[here], return_inverse=True)
    shape = (units.size, items.size)
    memory = _Memory(
        np.full(shape, np.nan), np.full(items.size, np.nan), np.zeros(units.size), np.zeros(shape, np.bool_)
    )
    found = []
    for now in np.unique(by_item.wave[here]).tolist():
        at = by_item.wave[here] == now
        cell = seat[at], place[by_item.item[here[at]]]
        mean, n, sd = np.full(shape, np.nan), np.zeros(shape, np.int64), np.full(shape, np.nan)
        mean[cell], n[cell], sd[cell] = (column[here[at]] for column in (by_item.mean, by_item.n, by_item.sd))
        level, people = _level(memory, mean, n, now), n.max(axis=1)  # who skips an item is still a respondent
        held = np.flatnonzero(np.isfinite(level))
        found.append((np.full(held.size, now), units[held], people[held], level[held], _spread(mean, sd)[held]))
    wave, unit, n, mean, sd = (np.concatenate(column) for column in zip(*found, strict=True))
    return (wave, unit, n, np.clip(mean, 0, 100), sd), memory.breaks


def _spread(mean: Floats, sd: Floats) -> Floats:
    """Of the mean of the items a respondent answers, from that of single items."""
    known = np.isfinite(sd)
    variance = np.nansum(sd**2, axis=1) / np.maximum(known.sum(axis=1), 1)
    asked = np.maximum(np.isfinite(mean).sum(axis=1), 1)
    shared = INTER_ITEM + (1 - INTER_ITEM) / asked
    return np.where(known.any(axis=1), np.sqrt(variance * shared), np.nan)


def _level(memory: _Memory, mean: Floats, n: Ints, wave: int) -> Floats:
    """Level of each unit in one wave; the memory is brought up to it."""
    asked = np.isfinite(mean)
    there = asked.any(axis=1)
    known = np.isfinite(memory.everybody)
    if not (asked & known).any():
        _begin(memory, mean, wave)
        known = np.isfinite(memory.everybody)
    changed = there & (asked != memory.asked).any(axis=1)
    effect = _effects(memory, n)
    usable = asked & known
    offset = np.where(changed, _row_mean(effect, usable), memory.offset)
    level = np.where(changed, _row_mean(mean, usable), _row_mean(mean, asked)) - offset
    _learn_new(memory, mean, level, known)
    level = np.where(np.isfinite(level), level, _row_mean(mean - np.nan_to_num(memory.everybody), asked))
    deviation = mean - level[:, None]
    memory.own = np.where(np.isfinite(deviation), deviation, memory.own)
    memory.offset = np.where(there, _row_mean(mean, asked) - level, memory.offset)
    memory.asked[there] = asked[there]
    seen = np.isfinite(deviation).any(axis=0)
    memory.everybody[seen] = np.nanmean(deviation[:, seen], axis=0)
    memory.level = float(np.nanmean(level))
    return level


def _begin(memory: _Memory, mean: Floats, wave: int) -> None:
    """Items no unit has been asked before: nothing ties them to the past but the level of the last wave."""
    effects = _additive(mean)
    first = not np.isfinite(memory.level)
    middle = float(np.nanmean(effects)) if first else memory.level
    memory.everybody = np.where(np.isfinite(effects), effects - middle, memory.everybody)
    if not first:
        memory.breaks.append(wave)


def _additive(mean: Floats) -> Floats:
    """Mean of each item as if all units had been asked all items (units and items add up)."""
    asked = np.isfinite(mean)
    item = _row_mean(mean.T, asked.T)
    for _ in range(20):
        unit = _row_mean(mean - item, asked)
        item = _row_mean((mean - unit[:, None]).T, asked.T)
    return item


def _effects(memory: _Memory, n: Ints) -> Floats:
    """What each item adds in each unit: its own experience, drawn towards everybody's where few answered."""
    trust = np.where(n > 0, n / (n + _OWN_MEMORY), 1.0)
    trust = np.where(np.isfinite(memory.own), trust, 0.0)
    effects: Floats = trust * np.nan_to_num(memory.own) + (1 - trust) * memory.everybody
    return effects


def _learn_new(memory: _Memory, mean: Floats, level: Floats, known: NDArray[np.bool_]) -> None:
    """Items that come beside known ones take their place from this wave."""
    for item in np.flatnonzero(~known & np.isfinite(mean).any(axis=0)):
        gap = mean[:, item] - level
        memory.everybody[item] = np.nanmean(gap) if np.isfinite(gap).any() else np.nan


def _row_mean(values: Floats, where: NDArray[np.bool_]) -> Floats:
    count = where.sum(axis=1)
    total = np.where(where, values, 0.0).sum(axis=1)
    means: Floats = np.divide(total, count, out=np.full(count.size, np.nan), where=count > 0)
    return means
