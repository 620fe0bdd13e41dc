"""Everything that is shown of a wave."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import Field

from survey.web.api.shapes.shape import Count, Path, Shape, WaveNumber

Principle = Literal["learning", "customer_truth", "equal_say"]


class Certificate(Shape):
    """What was proved of this release: no group of fewer than `smallest_group` people can be singled out by it."""

    verdict: str
    method: str
    smallest_group: int
    made_at: datetime
    mark: Annotated[str, Field(description="Hash of this release and of all before it.")]


class Finding(Shape):
    """A change that the engine told of in this wave. Waves by number, sizes in points of 0–100."""

    list: Literal["alarm", "watch"]
    unit: Path
    scale: Principle
    direction: Literal["down", "up"]
    shape: Literal["step", "ramp"]
    wave: int
    onset: int
    onset_low: int
    onset_high: int
    size: float | None
    low: float | None
    high: float | None
    evidence: str


class Number(Shape):
    """A published number: of the whole unit, or of a `band` of a `factor`; `measure` is a principle or a question."""

    wave: int
    unit: Path
    factor: str
    band: str
    measure: str
    points: float | None
    low: float | None
    high: float | None
    bound: Annotated[str, Field(description="As in `≥ 90`, where the number itself would say too much.")]
    people: Annotated[str, Field(description="How many answered; small counts as a range, as in `5–9`.")]
    shares: Annotated[str, Field(description="Percent of people by answer, from the lowest, with a space between.")]


class Release(Shape):
    """The release of a wave, with every number that is shown of it; ranges are of 90 percent."""

    format: Annotated[Literal["aloft.release/1"], Field(alias="schema")]
    wave: WaveNumber
    version: int
    asked: Count | None
    answered: Count | None
    smallest_group: int
    certificate: Certificate
    findings: list[Finding]
    numbers: list[Number]
