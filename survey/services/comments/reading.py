"""What may be read of a wave's comments, at the smallest group of today; nothing here reaches an answer."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlalchemy.orm import Session

from survey.queries import comments
from survey.queries.comments import Publication, PublicComment
from survey.services.comments.blocks import Enough
from survey.services.comments.finding import has, shuffled
from survey.services.release import reading
from survey.services.release.reading import Opened


@dataclass(frozen=True, slots=True)
class Voices:
    """The comments of a wave. `publication` is None before there is one; `divisions` have names, in the tree's order.

    Of a wave that was published while smaller groups were shown, `comments` may be empty or without names today.
    """

    publication: Publication | None
    comments: tuple[PublicComment, ...] = ()
    divisions: tuple[int, ...] = ()
    has_others: bool = False


def voices(session: Session, opened: Opened) -> Voices:
    """All comments of the wave that may be shown now."""
    found = comments.publication(session, opened.facts.wave_id or 0)
    if found is None:
        return Voices(None)
    published = comments.of_wave(session, found.wave_id)
    if opened.k > found.k:
        published = _as_of_today(session, opened, published)
    named = {one.unit_id for one in published} - {opened.root}
    others = any(one.unit_id == opened.root for one in published)
    return Voices(found, tuple(published), tuple(unit for unit in opened.divisions if unit in named), others)


@dataclass(frozen=True, slots=True)
class Asked:
    """Which comments are wanted: of one unit, or of all; those that hold these letters; in the order of a seed."""

    unit: int | None = None
    find: str = ""
    seed: str = ""


def chosen(found: Voices, asked: Asked) -> list[PublicComment]:
    of_unit = [one for one in found.comments if asked.unit in (None, one.unit_id)]
    return shuffled([one for one in of_unit if not asked.find or has(one.text, asked.find)], asked.seed)


def _as_of_today(session: Session, opened: Opened, published: Sequence[PublicComment]) -> list[PublicComment]:
    """After the smallest group was raised: names stay if each group is large enough still, and nothing is left over."""
    enough, counted = Enough.of(opened.k), Counter(one.unit_id for one in published)
    if not enough.holds(opened.facts.n_answered or 0, len(published)):
        return []
    people: Counter[int] = Counter()
    for row in reading.rows(session, opened, list(counted)):
        if not row.factor:
            people[row.unit_id] = max(people[row.unit_id], row.people or 0)
    if opened.root not in counted and all(enough.holds(people[unit], n) for unit, n in counted.items()):
        return list(published)
    return [replace(one, unit_id=opened.root) for one in published]
