"""Releases: what was published, never changed, each bound to the one before."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, LargeBinary, String, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from survey.models.columns import Moment, one_of
from survey.models.company.table import CompanyTable

RELEASE_KINDS = ("closed", "corrected", "imported")
FACTORS = ("", "tenure", "level", "matched")
FINDING_LISTS = ("alarm", "watch")
GRADES = ("some", "strong", "very strong")
ONE_OF_THREE = (
    " + ".join(f"(CASE WHEN {column} IS NULL THEN 0 ELSE 1 END)" for column in ("points", "at_least", "at_most"))
    + " = 1"
)


class Release(CompanyTable):
    """Everything that may be seen of one wave. A correction is a new version, with a kind of its own.

    `number` counts all releases; `entry_hash` covers the release, all that belongs to it, and the hash before. `health`
    tells how well the instrument works in the whole company.
    """

    __tablename__ = "release"
    __table_args__ = (
        UniqueConstraint("number"),
        UniqueConstraint("wave_id", "version"),
        UniqueConstraint("entry_hash"),
        one_of("kind", RELEASE_KINDS),
        CheckConstraint("(kind = 'imported') = (wave_id IS NULL)", name="imported_without_wave"),
        CheckConstraint("k >= 5", name="k_at_least_five"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    number: Mapped[int]
    wave_id: Mapped[int | None] = mapped_column(ForeignKey("wave.id"))
    version: Mapped[int]
    kind: Mapped[str] = mapped_column(String(16))
    label: Mapped[str] = mapped_column(String(100))
    measured_on: Mapped[date]
    k: Mapped[int]
    n_asked: Mapped[int | None]
    n_answered: Mapped[int | None]
    spread: Mapped[dict[str, float]] = mapped_column(JSON)
    health: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))
    certificate: Mapped[dict[str, Any]] = mapped_column(JSON)
    made_at: Mapped[datetime] = mapped_column(Moment)
    previous_hash: Mapped[bytes] = mapped_column(LargeBinary(32))
    entry_hash: Mapped[bytes] = mapped_column(LargeBinary(32))


class Published(CompanyTable):
    """One number: a principle or an item, in a unit with all below it, there perhaps in one band.

    Either `points`, or on which side of `at_least` or `at_most` it lies. `counts` are people by value, from the lowest.
    """

    __tablename__ = "published"
    __table_args__ = (
        Index(None, "unit_id", "release_id"),
        one_of("factor", FACTORS),
        CheckConstraint(ONE_OF_THREE, name="number_or_bound"),
    )

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    factor: Mapped[str] = mapped_column(String(16))
    band: Mapped[str] = mapped_column(String(100))
    measure: Mapped[str] = mapped_column(String(100))
    people: Mapped[int | None]
    answers: Mapped[int | None]
    points: Mapped[float | None]
    at_least: Mapped[int | None]
    at_most: Mapped[int | None]
    counts: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))


class Finding(CompanyTable):
    """A change that was told with the release; waves by number. Sizes are left out where the group is small.

    `now` describes an alarm as it is known with this release: shape, onset with its interval, and size with its own.
    """

    __tablename__ = "finding"
    __table_args__ = (
        one_of("list", FINDING_LISTS),
        one_of("grade", GRADES),
        one_of("direction", ("down", "up")),
        one_of("shape", ("step", "ramp")),
    )

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    list: Mapped[str] = mapped_column(String(16))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    principle: Mapped[str] = mapped_column(String(32))
    direction: Mapped[str] = mapped_column(String(8))
    shape: Mapped[str] = mapped_column(String(8))
    told_in: Mapped[int]
    onset: Mapped[int]
    onset_low: Mapped[int]
    onset_high: Mapped[int]
    points: Mapped[float | None]
    low: Mapped[float | None]
    high: Mapped[float | None]
    grade: Mapped[str] = mapped_column(String(16))
    now: Mapped[dict[str, Any] | None] = mapped_column(JSON(none_as_null=True))


class Estimate(CompanyTable):
    """What follows from the published sums of a unit: its level, how it has changed, and what could have gone unseen.

    `since` is the wave that `change` begins with. `unseen_3` is the fall, in points, that would have been found with a
    probability of 80 % within three months. `low` and `high` are ends of intervals of 90 %.
    """

    __tablename__ = "estimate"
    __table_args__ = (
        Index(None, "unit_id", "release_id"),
        CheckConstraint("(since IS NULL) = (change IS NULL)", name="change_since"),
    )

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    principle: Mapped[str] = mapped_column(String(32))
    asked: Mapped[int | None]
    level: Mapped[float]
    low: Mapped[float]
    high: Mapped[float]
    since: Mapped[int | None]
    change: Mapped[float | None]
    change_low: Mapped[float | None]
    change_high: Mapped[float | None]
    unseen_3: Mapped[float | None]
    unseen_6: Mapped[float | None]
    unseen_12: Mapped[float | None]


class Split(CompanyTable):
    """Mix or mind: what the change of a unit between two waves is made of, to the nearest half point.

    `parts` are by name, each its size and the ends of its interval of 90 %, null where they cannot be said.
    """

    __tablename__ = "split"

    release_id: Mapped[int] = mapped_column(ForeignKey("release.id"), primary_key=True)
    position: Mapped[int] = mapped_column(primary_key=True)
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    principle: Mapped[str] = mapped_column(String(32))
    since: Mapped[int]
    change: Mapped[float]
    parts: Mapped[dict[str, Any]] = mapped_column(JSON)
