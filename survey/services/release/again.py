"""Those who answered a wave and the next: what is added, with the next, to the numbers of the first."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from survey.queries.answers import Stored
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES, Questionnaire
from survey.services.release.earlier import Earlier
from survey.services.release.menu import AGAIN, MATCHED
from survey.services.release.published import choices
from survey.services.release.rows import STEPS_OF_A_PRINCIPLE
from survey.services.release.sheets import Standing, pseudonyms, questions_of, seats_of, sheet_of

if TYPE_CHECKING:
    from analysis.disclosure.counts import Mask
    from analysis.disclosure.sheet import Counted


def again_rows(
    previous: Earlier,
    before_that: Earlier | None,
    shown: Sequence[Row],
    now: Sequence[Stored],
    questionnaire: Questionnaire,
) -> Iterator[Row]:
    """The wave before by whether people answered again, proved beside all that its own release `shown` holds."""
    if before_that is None and any(row.band in MATCHED for row in shown):
        return  # who had answered twice by then was shown, and cannot be told any more

    from analysis.disclosure.matched import added_factor  # noqa: PLC0415 -- weight
    from analysis.disclosure.sheet import count  # noqa: PLC0415 -- weight

    factors = ("tenure", "level", "matched") if before_that else ("tenure", "level")
    seats = seats_of(previous.tree)
    again, earlier = pseudonyms(now), pseudonyms(before_that.rows) if before_that else set()

    def standing(row: Stored) -> Standing:
        place = previous.places[row.id]
        matched = (MATCHED[row.pseudonym not in earlier],) if before_that else ()
        return Standing(place.answer_unit, (place.tenure, place.level, *matched, AGAIN[row.pseudonym not in again]))

    sheet = sheet_of(previous.rows, standing, seats, factors=(*factors, "again"), questionnaire=questionnaire)
    counted = count(sheet, questions_of(questionnaire), k=previous.wave.k)
    masks = added_factor(counted, choices(shown, seats, factors, with_bounds=False), k=previous.wave.k)
    for scale, mask in enumerate(masks):
        yield from _rows(counted, mask, scale, seats.units)


def _rows(counted: "Counted", mask: "Mask", scale: int, units: Sequence[int]) -> Iterator[Row]:
    import numpy as np  # noqa: PLC0415 -- weight

    from analysis.disclosure.counts import by_band, place_units  # noqa: PLC0415 -- weight

    counts = counted.counts
    where = place_units(counts.tree)
    values = np.column_stack((counts.people[:, scale], counted.answers[:, scale], counted.sums[:, scale]))
    sums = by_band(counts, values, counts.n_factors - 1)
    for band, place in np.argwhere(mask):
        people, answers, steps = (int(value) for value in sums[band, place])
        points = round(100 * steps / (STEPS_OF_A_PRINCIPLE * answers), 4)
        yield Row(units[where[place]], "matched", AGAIN[band], PRINCIPLES[scale], people, answers, points)
