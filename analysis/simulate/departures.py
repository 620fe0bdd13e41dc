"""Where a company departs from the null model; every part is off until it is asked for."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class Levels:
    """Levels of units that never settle: a stationary AR(1) of long memory beside each lasting level.

    Attributes
    ----------
    team, division : float
        Share of variance of a team's, a division's (each inner unit but the root) own wandering.
    ar : float
        AR coefficient of both, per month; 0–1.
    """

    team: float = 0.0
    division: float = 0.0
    ar: float = 0.97

    def __post_init__(self) -> None:
        check_shares(self, "team", "division", "ar")


@dataclass(frozen=True, slots=True, kw_only=True)
class People:
    """Who moves, who joins, and in which mood.

    Attributes
    ----------
    moves : float
        Share of the people who move to another team each month; teams keep their sizes.
    reorganisation, reorganised_at : float
        Share of the people who move at once, and when: as a share of the history, 0–1.
    joiners_high, cooling_months : float
        How much higher a joiner starts, in SD, and the months in which half of it is lost. The first wave finds
        people of all ages, as turnover leaves them.
    growing : int or None
        A unit that doubles by hiring.
    growth_at, growth_months : float
        When that begins, as a share of the history, and how long it takes.
    """

    moves: float = 0.0
    reorganisation: float = 0.0
    reorganised_at: float = 0.5
    joiners_high: float = 0.0
    cooling_months: float = 6.0
    growing: int | None = None
    growth_at: float = 0.5
    growth_months: float = 12.0

    def __post_init__(self) -> None:
        check_shares(self, "moves", "reorganisation", "reorganised_at", "growth_at")
        for name in ("cooling_months", "growth_months"):
            if not getattr(self, name) > 0:
                raise ValueError(f"{name} must be above 0; got {getattr(self, name)}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """How willingly and how carefully people answer.

    Attributes
    ----------
    response_range : tuple of float, shape (2,), or None
        Lowest and highest probability of answering; each unit or person has its own, for good. Replaces `response`.
    response_of : {"unit", "person"}
        Whose own it is.
    response_until : float or None
        Response at the end of the history, reached in equal steps from `response`; scales a range alike.
    careless : float
        Share of the people who answer whatever happens: half of them always the same point to every item, the other
        half at random. Only `simulate_answers` draws them.
    """

    response_range: tuple[float, float] | None = None
    response_of: Literal["unit", "person"] = "unit"
    response_until: float | None = None
    careless: float = 0.0

    def __post_init__(self) -> None:
        check_shares(self, "careless")
        if self.response_until is not None:
            check_shares(self, "response_until")
        if self.response_range is not None and not 0 <= self.response_range[0] <= self.response_range[1] <= 1:
            raise ValueError(f"response_range must rise within 0 and 1; got {self.response_range}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Questions:
    """Which items are asked of whom. Only `simulate_answers` draws them.

    Attributes
    ----------
    rotating : int
        Items of each scale beside the `items_per_scale` of every wave; a person is asked one of them a wave, in an
        own random cycle that passes all of them, and is drawn anew each epoch.
    packs : int
        The rotating items of a scale are in so many packs of equal size, and the cycle passes all packs in so many
        waves; where the items do not divide so, there is one pack.
    replaced_at : float or None
        When the last of the items that scale 0 asks in every wave is replaced, as a share of the history.
    replaced_by : float
        How much higher the level of its successor is, in SD.
    """

    rotating: int = 0
    packs: int = 3
    replaced_at: float | None = None
    replaced_by: float = -0.4

    def __post_init__(self) -> None:
        if self.rotating < 0 or self.packs < 1:
            raise ValueError(f"rotating must be at least 0 and packs 1; got {self.rotating} and {self.packs}")
        if self.replaced_at is not None:
            check_shares(self, "replaced_at")


def check_shares(part: object, *names: str) -> None:
    """Refuse what is not within 0 and 1."""
    for name in names:
        if not 0 <= getattr(part, name) <= 1:
            raise ValueError(f"{name} must be within 0 and 1; got {getattr(part, name)}")
