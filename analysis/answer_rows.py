"""Answers in one order, so that sums over them do not depend on the order in which they came."""

from dataclasses import dataclass

import numpy as np

from analysis.panel import Answers, Floats, Instrument, Ints


@dataclass(frozen=True, slots=True)
class AnswerRows:
    wave: Ints
    person: Ints
    unit: Ints
    scale: Ints
    item: Ints
    points: Floats

    def starts(self) -> Ints:
        """First row of each group with the same wave, person, unit and scale, and the end."""
        new = np.ones(self.wave.size, dtype=np.bool_)
        if new.size:
            new[1:] = False
            for column in (self.wave, self.person, self.unit, self.scale):
                new[1:] |= column[1:] != column[:-1]
        return np.append(np.flatnonzero(new), self.wave.size)


def in_order(answers: Answers, points: Floats, instrument: Instrument) -> AnswerRows:
    """Rows by wave, person, unit, scale, item and points, whatever order the answers came in.

    All but the points are packed into one number per row and unpacked from the sorted ones: faster than fetching each
    column in the new order.
    """
    scale = instrument.scale_of_item[answers.item]
    columns = (answers.person + 1, answers.unit, scale, answers.item)
    bases = [int(column.max(initial=0)) + 1 for column in columns]
    key = answers.wave
    for column, base in zip(columns, bases, strict=True):
        key = key * base + column
    order = np.argsort(key)
    ordered = key[order]
    ties = np.flatnonzero(ordered[1:] == ordered[:-1])
    if ties.size:
        _refuse_twice(answers, order, ties)
        order = np.lexsort((points, key))
    unpacked = []
    for base in reversed(bases):
        ordered, part = np.divmod(ordered, base)
        unpacked.append(part)
    item, scale, unit, person = unpacked
    return AnswerRows(ordered, person - 1, unit, scale, item, points[order])


def _refuse_twice(answers: Answers, order: Ints, ties: Ints) -> None:
    linked = order[ties[answers.person[order[ties]] >= 0]]
    if linked.size:
        row = int(linked[0])
        raise ValueError(
            f"person {answers.person[row]} answered item {answers.item[row]} twice in wave {answers.wave[row]}; "
            "one answer per person, item and wave is wanted"
        )
