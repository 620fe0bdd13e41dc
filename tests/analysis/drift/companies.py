"""Small companies with all that the laws must bear: falls, epochs, moves, empty waves, uneven times, inner units."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from analysis import Answers, Instrument, Scores, Tree, monitor
from analysis.drift.carry import Carry
from analysis.drift.result import Alarm, Result
from analysis.panel import Floats, Ints, Panel
from analysis.simulate import Fall, World, simulate_answers, simulate_scores, summarise, unlink

N_WAVES = 24
WORLD = World(n_divisions=3, teams_per_division=2, people_per_team=12, n_waves=N_WAVES, n_scales=3, epoch_waves=8)
FALLS = (Fall(unit=1, onset=9, size=1.0), Fall(unit=2, onset=17, size=1.2, scales=(1,)))
EMPTY = (5, 13)
CANARY = 7_654_321


@dataclass(frozen=True)
class Company:
    """What a call is made of."""

    data: Panel
    tree: Tree
    times: Floats
    epochs: Ints
    instrument: Instrument | None = None

    def judge(self, first: int = 0, end: int = N_WAVES, carry: Carry | None = None) -> Result:
        return monitor(
            waves_of(self.data, first, end),
            self.tree,
            instrument=self.instrument,
            times=self.times[first:end],
            epochs=self.epochs[first:end],
            carry=carry,
        )


def waves_of(data: Panel, first: int, end: int) -> Panel:
    """Rows of the waves from `first` to before `end`, numbered from 0."""
    rows = chosen(data, np.flatnonzero((data.wave >= first) & (data.wave < end)))
    return replace_columns(rows, wave=rows.wave - first)


def chosen(data: Panel, rows: Ints) -> Panel:
    return type(data)(*(getattr(data, name)[rows] for name in data.__slots__))


def replace_columns(data: Panel, **columns: np.typing.NDArray[np.generic]) -> Panel:
    return type(data)(*(columns.get(name, getattr(data, name)) for name in data.__slots__))


def uneven_times() -> Floats:
    steps = np.tile([1.0, 1.0, 2.0, 0.5, 1.5, 1.0], N_WAVES)[: N_WAVES - 1]
    return np.concatenate(([0.0], np.cumsum(steps))) / 12


def with_oddities(data: Scores | Answers) -> Panel:
    """Two waves without rows; a mover, two people of an inner unit, and answers that were raised to a division."""
    rows = chosen(data, np.flatnonzero(~np.isin(data.wave, EMPTY)))
    unit, person = rows.unit.copy(), rows.person.copy()
    a, b, c, d, e = np.unique(person[rows.wave == 2])[:5]
    unit[(person == a) & (rows.wave >= 6)] = 9
    unit[(person == b) | (person == c)] = 1
    unit[(person == d) & (rows.wave == 3)] = 1
    person[person == e] = CANARY
    return replace_columns(rows, unit=unit, person=person)


def rotated(answers: Answers) -> Answers:
    """The first item of a scale in every wave, of the other three only two."""
    item = answers.item % 4
    return chosen(answers, np.flatnonzero((item == 0) | (item != 1 + answers.wave % 3)))


@cache
def company(kind: str) -> Company:
    """Of one kind of data; "late" and "early" ones ask the last scale only from, or until, the third epoch."""
    if kind.split(maxsplit=1)[0] in {"late", "early"}:
        here = company(kind.split(maxsplit=1)[1])
        asked = (here.data.wave < 16) == kind.startswith("early")
        return replace(here, data=chosen(here.data, np.flatnonzero((here.data.scale < 2) | asked)))
    rng = np.random.default_rng(20260101)
    if kind == "answers":
        asked = simulate_answers(replace(WORLD, items_per_scale=4), rng, FALLS)
        data: Panel = with_oddities(rotated(asked.answers))
        return Company(data, asked.tree, uneven_times(), epochs(), asked.instrument)
    made = simulate_scores(WORLD, rng, FALLS)
    scores = with_oddities(made.scores)
    if kind == "unlinked":
        scores = uneven_items(unlink(scores))
    if kind.startswith("summaries"):
        table = summarise(scores, made.tree)
        nobody, unknown = np.zeros_like(table.n), np.full_like(table.sd, np.nan)
        scores = replace_columns(table, n=nobody, sd=unknown) if kind == "summaries without n" else table
    return Company(scores, made.tree, uneven_times(), epochs())


def uneven_items(scores: Scores) -> Scores:
    """Equal values behind which stand unequal numbers of items."""
    return replace_columns(scores, value=np.rint(scores.value / 20) * 20, n_items=1 + np.arange(scores.wave.size) % 3)


def epochs() -> Ints:
    return np.arange(N_WAVES) // 8


@cache
def whole(kind: str) -> Result:
    return company(kind).judge()


def later(alarms: Sequence[Alarm], waves: int) -> list[Alarm]:
    """The same entries, numbered from an earlier wave."""
    names = ("wave", "onset", "onset_low", "onset_high")
    return [replace(alarm, **{name: getattr(alarm, name) + waves for name in names}) for alarm in alarms]
