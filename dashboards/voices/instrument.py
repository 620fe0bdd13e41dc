"""The page on the questions themselves: whether they measure one thing, and whether people can and care to answer."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboards.board.source import Board
from dashboards.board.values import PRINCIPLES, Range, Wave
from dashboards.figures.axes import window_of
from dashboards.figures.drawing import Drawing, Series, Table
from dashboards.figures.trend import trend
from dashboards.voices import instrument_words as words
from dashboards.voices.response_words import numbered, short
from dashboards.wording.numbers import level

Health = Mapping[str, Any]
"""Of a release: "alpha" and "omega" by principle, "straight" in percent, "cannot_say" by question, "warnings"."""


@dataclass(frozen=True, slots=True)
class Reliability:
    principle: str
    alpha: str
    omega: str
    words: str


@dataclass(frozen=True, slots=True)
class CannotSay:
    """A question with the share of those it was put to who could not say."""

    code: str
    text: str
    percent: float


@dataclass(frozen=True, slots=True)
class Instrument:
    """The page in the order in which it is read. Where `why_not` is given, nothing could be told of the wave.

    `notable` are things about the questions, `warnings` those that the engine says of its promise.
    """

    heading: str
    why_not: str
    reliability: tuple[Reliability, ...]
    straight: str
    cannot_say: tuple[CannotSay, ...]
    belief: Drawing | None
    belief_words: str
    history: tuple[tuple[str, str], ...]
    notable: tuple[str, ...]
    warnings: tuple[str, ...]


def instrument(
    board: Board, health: Health | None, texts: Mapping[str, str], *, belief: Sequence[Range | None]
) -> Instrument:
    """`texts` are the questions by code, in the order in which they are asked; `belief` as in `ReplyOwed`."""
    told = health or {}
    cannot = tuple(
        CannotSay(code, text, told["cannot_say"][code])
        for code, text in texts.items()
        if code in told.get("cannot_say", {})
    )
    reliability = tuple(_reliability(told, principle) for principle in PRINCIPLES)
    notable = words.notable(told, texts)
    return Instrument(
        heading=words.heading(board.wave, notable, is_told=bool(told)),
        why_not=words.why_not(health),
        reliability=reliability,
        straight=words.straight(told.get("straight")),
        cannot_say=tuple(sorted(cannot, key=lambda one: -one.percent)),
        belief=_belief(board.waves, belief, board.company),
        belief_words=words.belief(board.waves, belief),
        history=words.history(board.waves),
        notable=notable,
        warnings=tuple(told.get("warnings", ())),
    )


def _reliability(told: Health, principle: str) -> Reliability:
    alpha, omega = (told.get(name, {}).get(principle) for name in ("alpha", "omega"))
    return Reliability(principle, words.reliability(alpha), words.reliability(omega), words.measures(alpha, omega))


def _belief(waves: Sequence[Wave], belief: Sequence[Range | None], company: str) -> Drawing | None:
    if sum(one is not None for one in belief) < 2:
        return None
    mean, low, high = (
        [None if one is None else getattr(one, name) for one in belief] for name in ("value", "low", "high")
    )
    series = Series(company, mean, low, high)
    figure = trend([series], [short(wave) for wave in waves], window=window_of([series]))
    rows = [
        [numbered(wave), "not shown" if one is None else level(one.value, one.low, one.high)]
        for wave, one in zip(waves, belief, strict=True)
    ]
    return Drawing("belief", figure, words.belief(waves, belief), Table(["Wave", "Level and range"], rows[::-1]))
