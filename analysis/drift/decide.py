"""Wave by wave, whether it is an alarm, an entry of the watch list, or neither."""

from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from analysis.drift.dating import Dated
from analysis.drift.rebase import Base
from analysis.drift.result import Alarm, Direction
from analysis.drift.stretch import Assessment
from analysis.drift.watch import listed, log_weights
from analysis.panel import Floats
from analysis.tree import Tree

LEAST_HISTORY = 6
"""Waves before which a change is told on the watch list alone."""

MOST_CHANGES = 50
"""Changes told after one wave; a guard, never reached in practice."""


@dataclass(slots=True)
class Ledger:
    """What has been told so far, and the rules by which it is told; `n_scales` are those asked so far."""

    tree: Tree
    n_scales: int
    log_threshold: float
    patience: float
    offset: int
    bases: list[Base]
    listed: set[tuple[int, int, str]]
    log_weight: Floats = field(default_factory=lambda: np.zeros(0))
    log_evidence: dict[int, float] = field(default_factory=dict)
    alarms: list[Alarm] = field(default_factory=list)
    watch: list[Alarm] = field(default_factory=list)


Dating = Callable[[tuple[int, int], int, int], Dated]
"""Scale and unit, wave, sign → the change described."""


def decide(ledger: Ledger, wave: int, history: int, *, assess: Callable[[], Assessment], date: Dating) -> None:
    """Tell all that the evidence after this wave says. `assess` gives the evidence under the bases of the ledger."""
    evidence = assess()
    ledger.log_weight = log_weights(ledger.tree.depth, evidence.waves[:, wave], ledger.n_scales)
    ledger.log_evidence[wave] = global_evidence(evidence.down[..., wave], ledger.log_weight)
    for _ in range(MOST_CHANGES):
        told = _crossing(ledger, evidence, wave)
        if told is None or history < LEAST_HISTORY:
            break
        scale, unit, sign = told
        dated = date((scale, unit), wave, sign)
        ledger.bases.append(Base(unit, scale, wave, dated.onset, dated.shape))
        if sign < 0:
            ledger.alarms.append(_alarm(ledger, evidence, dated, wave, told))
        elif (scale, unit, "up") not in ledger.listed:
            ledger.watch.append(_alarm(ledger, evidence, dated, wave, told))
        _forget(ledger, scale, unit)
        evidence = assess()
    _list(ledger, evidence, wave, date)


def global_evidence(log_evidence: Floats, log_weight: Floats) -> float:
    """Logarithm of the weighted sum over scales and units, added one by one; 0 where nothing can be judged yet."""
    terms = (log_evidence + log_weight).ravel()
    top = float(terms.max(initial=-np.inf))
    if not np.isfinite(top):
        return 0.0
    total = 0.0
    for term in np.exp(terms - top).tolist():
        total += term
    return top + float(np.log(total))


def _crossing(ledger: Ledger, evidence: Assessment, wave: int) -> tuple[int, int, int] | None:
    """Scale, unit and sign of the change to tell next; a rise that explains a fall elsewhere goes first."""
    found: list[tuple[float, tuple[int, int, int]]] = []
    for sign, values in ((-1, evidence.down[..., wave]), (1, evidence.up[..., wave])):
        if global_evidence(values, ledger.log_weight) >= ledger.log_threshold:
            weighted = values + ledger.log_weight
            scale, unit = np.unravel_index(int(weighted.argmax()), weighted.shape)
            found.append((float(weighted[scale, unit]), (int(scale), int(unit), sign)))
    return max(found)[1] if found else None


def _alarm(ledger: Ledger, evidence: Assessment, dated: Dated, wave: int, told: tuple[int, int, int]) -> Alarm:
    scale, unit, sign = told
    direction: Direction = "down" if sign < 0 else "up"
    values = evidence.down if sign < 0 else evidence.up
    return Alarm(
        wave=wave - ledger.offset,
        unit=unit,
        scale=scale,
        direction=direction,
        shape="step" if dated.is_step else "ramp",
        onset=dated.onset - ledger.offset,
        onset_low=dated.onset_low - ledger.offset,
        onset_high=dated.onset_high - ledger.offset,
        size=dated.size,
        low=dated.low,
        high=dated.high,
        log_evidence=float(values[scale, unit, wave] + ledger.log_weight[unit]),
    )


def _forget(ledger: Ledger, scale: int, unit: int) -> None:
    """A told change clears the watch list's memory of the unit, those above it and those below."""
    related = ledger.tree.within(unit)
    related[list(ledger.tree.path(unit))] = True
    ledger.listed = {entry for entry in ledger.listed if entry[0] != scale or not related[entry[1]]}


def _list(ledger: Ledger, evidence: Assessment, wave: int, date: Dating) -> None:
    """Add the entries that are new; of units one above the other only the one with the most evidence."""
    both = np.stack((evidence.down[..., wave], evidence.up[..., wave])) + ledger.log_weight - np.log(2.0)
    chosen = np.argwhere(listed(both, ledger.patience))
    order = np.argsort(-both[tuple(chosen.T)], kind="stable")
    for side, scale, unit in chosen[order].tolist():
        direction = ("down", "up")[side]
        if _is_open(ledger, scale, unit, direction):
            continue
        ledger.listed.add((scale, unit, direction))
        sign = 1 if side else -1
        dated = date((scale, unit), wave, sign)
        ledger.watch.append(_alarm(ledger, evidence, dated, wave, (scale, unit, sign)))


def _is_open(ledger: Ledger, scale: int, unit: int, direction: str) -> bool:
    above = set(ledger.tree.path(unit))
    return any(
        entry[0] == scale and entry[2] == direction and (entry[1] in above or unit in ledger.tree.path(entry[1]))
        for entry in ledger.listed
    )
