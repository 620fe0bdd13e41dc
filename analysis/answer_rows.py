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
    """Rows by wave, person, unit, scale, item and points, whatever order the answers came in."""
    scale = instrument.scale_of_item[answers.item]
    key = answers.wave
    for column in (answers.person + 1, answers.unit, scale, answers.item):
        key = key * (int(column.max(initial=0)) + 1) + column
    order = np.argsort(key, kind="stable")
    ties = np.flatnonzero(key[order][1:] == key[order][:-1])
    if ties.size:
        _refuse_twice(answers, order, ties)
        order = np.lexsort((points, key))
    wave, person, unit = answers.wave[order], answers.person[order], answers.unit[order]
    return AnswerRows(wave, person, unit, scale[order], answers.item[order], points[order])


def _refuse_twice(answers: Answers, order: Ints, ties: Ints) -> None:
    linked = order[ties[answers.person[order[ties]] >= 0]]
    if linked.size:
        row = int(linked[0])
        raise ValueError(
            f"person {answers.person[row]} answered item {answers.item[row]} twice in wave {answers.wave[row]}; "
            "one answer per person, item and wave is wanted"
        )
