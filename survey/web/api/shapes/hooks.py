"""What other programs are sent without having asked. Of a test nothing is said but that it is one."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.release import Principle
from survey.web.api.shapes.shape import Count, Shape, WaveNumber

Delivery = Annotated[str, Field(description="The same for every try of one message; `test` for a test.")]


class Onset(Shape):
    """First days of waves."""

    likeliest: date
    earliest: date
    latest: date


class Size(Shape):
    """In points, with its range of 90 percent."""

    size: float
    low: float
    high: float


class ChangeTold(Shape):
    """What fell; `points` is null where fewer than 50 people answered."""

    shape: Literal["step", "ramp"]
    onset: Onset
    points: Size | None
    evidence: Literal["some", "strong", "very strong"]


class AlertHook(Shape):
    """That there is an alert; of a unit below the divisions no more than that."""

    format: Annotated[Literal["aloft.alert/1"], Field(alias="schema")]
    delivery: Delivery
    test: Literal[False]
    text: Annotated[str, Field(description="Subject and first sentences of the mail, in the company's language.")]
    alert: int
    kind: Literal["alarm", "deepening", "recovery"]
    repeated: Annotated[bool, Field(description="True for the second message, after seven days.")]
    company: str
    url: Annotated[str, Field(description="The page of the alert, for HR and CEO.")]
    unit: str | None
    principle: Principle | None
    change: ChangeTold | None


class AlertTest(Shape):
    """A test, by `aloft alert test`."""

    format: Annotated[Literal["aloft.alert/1"], Field(alias="schema")]
    delivery: Delivery
    test: Literal[True]
    text: str


class WaveHook(Shape):
    """That a wave has closed, or was corrected; its release can be read from then on."""

    format: Annotated[Literal["aloft.wave/1"], Field(alias="schema")]
    delivery: Delivery
    test: Literal[False]
    event: Literal["wave.closed", "wave.corrected"]
    company: str
    wave: WaveNumber
    version: Annotated[int, Field(ge=1, description="Of the release; 1 until it is corrected.")]
    asked: Count | None
    answered: Count | None
    url: Annotated[str, Field(description="Where everybody reads the results.")]
    release_url: Annotated[str, Field(description="The release, for a token with `release:read`.")]


class WaveTest(Shape):
    """A test, by `aloft alert test`."""

    format: Annotated[Literal["aloft.wave/1"], Field(alias="schema")]
    delivery: Delivery
    test: Literal[True]
