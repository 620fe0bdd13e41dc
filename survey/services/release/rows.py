"""Numbers of `analysis` as rows of a release: units by id, bands and measures by name, sums as points."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from analysis.disclosure.one_person import most_short_of
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES, Item, Kind
from survey.services.release.menu import BANDS, TOGETHER
from survey.services.release.sheets import LOWEST, STEPS

if TYPE_CHECKING:
    from analysis.disclosure.numbers import Numbers
    from analysis.disclosure.questions import Shown

STEPS_OF_A_PRINCIPLE = 4


def scale_rows(
    numbers: "Numbers", units: Sequence[int], factors: Sequence[str], *, k: int, most_answers: int
) -> Iterator[Row]:
    """Principles: 0 to 100, or a bound where fewer than k steps are left to an end, of each person at most k - 2.

    `most_answers` is how many questions of a principle a person is asked.
    """
    away = most_short_of(k, of_one=STEPS_OF_A_PRINCIPLE * most_answers)
    for unit, factor, bands, scale, people, answers, steps, end in _each(numbers):
        name = factors[factor] if factor >= 0 else ""
        row = Row(units[unit], name, band_name(name, bands), PRINCIPLES[scale], people, answers, None)
        yield _bounded(row, steps, end, answers * STEPS_OF_A_PRINCIPLE, away=away)


def band_name(factor: str, bits: int) -> str:
    """The bands whose bits are set; joined ones with a plus between them."""
    return TOGETHER.join(name for at, name in enumerate(BANDS.get(factor, ())) if bits >> at & 1)


def item_rows(shown: "Shown", units: Sequence[int], items: Sequence[Item]) -> Iterator[Row]:
    """Rated items 0 to 100, counts and hours as they were entered."""
    counts = {(unit, item): values for unit, item, values in shown.distributions}
    for unit, _, _, at, people, answers, steps, _ in _each(shown.numbers):
        item, values = items[at], counts.get((unit, at))
        mean = steps / answers
        points = 100 * mean / STEPS[item.kind] if item.kind is Kind.RATED else LOWEST[item.kind] + mean
        listed = values.tolist() if values is not None and item.kind is not Kind.HOURS else None
        yield Row(units[unit], "", "", item.code, people, answers, round(points, 4), counts=_as_entered(item, listed))


def _as_entered(item: Item, values: list[int] | None) -> list[int] | None:
    """From the lowest answer on the page to the highest; sums are kept the other way round for reversed items."""
    return values[::-1] if values is not None and item.is_reversed else values


def _bounded(row: Row, steps: int, end: int, most: int, *, away: int) -> Row:
    if end == 0:
        return replace(row, points=round(100 * steps / most, 4))
    # As many steps as it may be, in full tens: it says nothing but on which side the sum lies.
    points = min(-(-(100 * away / most) // 10) * 10, 100)
    return replace(row, at_least=int(100 - points)) if end > 0 else replace(row, at_most=int(points))


def _each(numbers: "Numbers") -> Iterator[tuple[int, ...]]:
    columns = (getattr(numbers, name).tolist() for name in type(numbers).__slots__)
    return zip(*columns, strict=True)
