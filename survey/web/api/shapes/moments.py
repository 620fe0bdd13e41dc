"""What happened in the company, by day."""

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.shape import Path, Shape

MomentKind = Literal["belief", "reorganisation", "leader", "other"]


class NewMoment(Shape):
    """A day, or a span to `until`; of the whole company, or of one unit."""

    first_day: date
    until: Annotated[date | None, Field(description="The last day, if it is not the first.")] = None
    kind: MomentKind
    words: Annotated[str, Field(min_length=1, max_length=120, description="What happened, in a few words.")]
    unit: Path | None = None


class Moment(NewMoment):
    """A moment on the timeline."""

    id: int


class Moments(Shape):
    """The timeline, the newest day first; what was withdrawn is left out."""

    moments: list[Moment]
