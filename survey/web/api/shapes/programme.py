"""The programme and its waves."""

from datetime import date, datetime
from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.shape import Count, Path, Shape, WaveNumber

State = Literal["running", "paused", "ended"]


class NextWave(Shape):
    """The wave that opens next, as far as the calendar goes."""

    number: WaveNumber
    opens_on: date
    last_day: date


class Programme(Shape):
    """The programme that runs, is paused, or was the last to end."""

    id: int
    state: State
    rule: Annotated[str, Field(description="How often a wave opens.")]
    starts_on: date
    hour: Annotated[str, Field(pattern=r"^\d\d:\d\d$", description="When a wave opens, by the clock of each person.")]
    open_days: int
    reminder_days: list[int]
    countries: Annotated[list[str], Field(description="Whose holidays are kept, ISO 3166.")]
    home_zone: str
    sample_share: Annotated[float, Field(description="Share of people who are asked in a wave.", gt=0, le=1)]
    epoch_months: Annotated[int, Field(description="For how long answers of a person are linked.")]
    smallest_group: Annotated[int, Field(description="Of fewer people nothing is shown.")]
    questionnaire: str
    next_wave: NextWave | None


class Wave(Shape):
    """A wave. Of an open one nobody learns how many answered; `asked` and `answered` are null until it has closed."""

    number: WaveNumber
    programme: int
    state: Literal["open", "closing", "closed", "refused"]
    opens_on: date
    last_day: date
    opens_at: datetime
    closes_at: datetime
    closed_at: datetime | None
    smallest_group: int
    questionnaire: str
    asked: Count | None
    answered: Count | None
    is_published: bool
    has_reply: bool


class Waves(Shape):
    """Every wave that was opened or refused, the oldest first; of each number, that of the newest programme counts."""

    waves: list[Wave]


class PlaceAnswered(Shape):
    """How many people answered in a unit; null where that is not shown. Small counts are given as a range."""

    unit: Path
    asked: Count | None
    answered_from: Count | None
    answered_to: Count | None


class Participation(Shape):
    """Who answered, in the company and in the units directly below it, as published with the wave."""

    wave: WaveNumber
    asked: Count | None
    answered: Count | None
    divisions: list[PlaceAnswered]
