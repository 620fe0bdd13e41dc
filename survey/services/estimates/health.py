"""How well the instrument works in the whole company, where fifty people or more say so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from survey.queries.answers import Stored
from survey.questionnaires.questionnaire import PRINCIPLES, Kind, Pack, Questionnaire
from survey.services.release.findings import ENOUGH_FOR_A_SIZE, to_half
from survey.services.release.sheets import steps_of

if TYPE_CHECKING:
    from analysis import Answers, Instrument
    from analysis.panel import Floats


@dataclass(frozen=True, slots=True)
class Pulse:
    """The rows of one wave, and the same as the engine reads them."""

    rows: Sequence[Stored]
    questionnaire: Questionnaire
    answers: "Answers"
    instrument: "Instrument"
    k: int


def health_of(pulse: Pulse) -> dict[str, Any]:
    """Reliability, straight-lining and "cannot say" in one wave; empty where fewer than fifty people answered."""
    rows, questionnaire = pulse.rows, pulse.questionnaire
    if len(rows) < ENOUGH_FOR_A_SIZE:
        return {}
    from analysis.reliability import coefficient_alpha, omega_total  # noqa: PLC0415 -- weight

    found = {
        "alpha": _reliability(rows, questionnaire, coefficient_alpha),
        "omega": _reliability(rows, questionnaire, omega_total),
        "straight": _straight(pulse.answers, pulse.instrument, k=pulse.k),
        "cannot_say": _cannot_say(rows, questionnaire, k=pulse.k),
    }
    return {name: value for name, value in found.items() if value is not None and value != {}}


def _reliability(
    rows: Sequence[Stored], questionnaire: Questionnaire, statistic: "Callable[[Floats], float]"
) -> dict[str, float]:
    """By principle, of the questions that one person is asked in a wave."""
    from analysis.errors import InsufficientData  # noqa: PLC0415 -- weight

    found = {}
    for principle in PRINCIPLES:
        table = _asked_together(rows, questionnaire, principle)
        if len(table) >= ENOUGH_FOR_A_SIZE:
            try:
                found[principle] = round(statistic(table), 2)
            except InsufficientData:
                continue
    return found


def _asked_together(rows: Sequence[Stored], questionnaire: Questionnaire, principle: str) -> "Floats":
    """Anchors, and in the last column the question that was drawn, less its mean; people who answered all of them.

    Which question somebody was asked is chance, so that the drawn ones stand in for each other.
    """
    import numpy as np  # noqa: PLC0415 -- weight

    anchors = [item.code for item in questionnaire.in_pack(Pack.ANCHOR, principle)]
    items = {item.code: item for item in questionnaire.items if item.principle == principle and item.kind is Kind.RATED}
    each = [
        {code: steps_of(items[code], value) for code, value in row.answers.items() if code in items and value}
        for row in rows
    ]
    whole = [one for one in each if len(one) == len(anchors) + 1 and all(code in one for code in anchors)]
    drawn = [next(code for code in one if code not in anchors) for one in whole]
    values = np.array([[*(one[code] for code in anchors), one[last]] for one, last in zip(whole, drawn, strict=True)])
    values = values.astype(np.float64).reshape(len(whole), len(anchors) + 1)
    for code in set(drawn):
        mine = np.array(drawn) == code
        values[mine, -1] -= values[mine, -1].mean()
    return values


def _straight(answers: "Answers", instrument: "Instrument", *, k: int) -> float | None:
    """Percent of people who gave one answer to all questions, although some of these ask the other way round."""
    from analysis.quality import response_quality  # noqa: PLC0415 -- weight

    flags = response_quality(answers, instrument).straight
    n = int(flags.sum())
    return to_half(100 * n / flags.size) if flags.size >= ENOUGH_FOR_A_SIZE and _may_count(n, k=k) else None


def _cannot_say(rows: Sequence[Stored], questionnaire: Questionnaire, *, k: int) -> dict[str, float]:
    """By question, percent of those it was put to, fifty at least, who said that they cannot say."""
    asked = {
        item.code: [row.answers[item.code] for row in rows if item.code in row.answers] for item in questionnaire.items
    }
    counts = {code: (sum(one is None for one in said), len(said)) for code, said in asked.items()}
    return {
        code: to_half(100 * n / of)
        for code, (n, of) in counts.items()
        if of >= ENOUGH_FOR_A_SIZE and _may_count(n, k=k)
    }


def _may_count(n: int, *, k: int) -> bool:
    """Nobody, or so many that it is nobody in particular."""
    return n == 0 or n >= k
