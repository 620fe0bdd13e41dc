"""What a corrected release shows: the principles where they were shown before, if that can be proved."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries.answers import Stored
from survey.queries.releases import Row
from survey.queries.waves import WaveFacts
from survey.services import questions
from survey.services.closing.publishing import SoFar, past_wave
from survey.services.release.menu import MATCHED
from survey.services.release.published import choices
from survey.services.release.rows import scale_rows
from survey.services.release.sheets import Seats, Standing, pseudonyms, questions_of, seats_of, sheet_of
from survey.services.release.window import Past

if TYPE_CHECKING:
    from analysis.disclosure.prove import Choice
    from analysis.disclosure.sheet import Counted


class Refused(NotPossible):
    """One text for every reason, so that it does not say who answered."""

    def __init__(self, k: int) -> None:
        super().__init__(
            "the correction is refused and nothing was changed: it names too few people, or beside the numbers that "
            f"were published it could say what fewer than {k} of them answered"
        )


@dataclass(frozen=True, slots=True)
class Parted:
    """The rows of a wave with unit, tenure and level as they were given: those that stay, and those that go."""

    past: Past
    kept: list[Stored]
    gone: list[Stored]


def corrected_rows(stores: Stores, parted: Parted, so_far: SoFar) -> list[Row]:
    """The principles where they were shown before, proved for those who stay and for those who go."""
    from analysis.disclosure.correction import may_correct  # noqa: PLC0415 -- weight

    wave, seats = parted.past.earlier.wave, seats_of(parted.past.earlier.tree)
    has_matched = any(row.band in MATCHED for row in parted.past.shown)
    if has_matched and not _wave_before_is_told(stores, wave, so_far):
        raise NotPossible(
            f"wave {wave.number} cannot be corrected any more: somebody in the wave before was erased since"
        )
    factors = ("tenure", "level", "matched") if has_matched else ("tenure", "level")
    shown = choices(parted.past.shown, seats, factors, with_bounds=False)
    kept, gone = (_count(stores, rows, seats, factors, so_far, wave=wave) for rows in (parted.kept, parted.gone))
    if not may_correct(kept, gone, shown, k=wave.k):
        raise Refused(wave.k)
    return list(_scale_rows(kept, shown, seats, factors, k=wave.k))


def _wave_before_is_told(stores: Stores, wave: WaveFacts, so_far: SoFar) -> bool:
    earlier = [one for one in so_far.waves if one.number < wave.number and one.state == "closed"]
    return bool(earlier) and past_wave(stores, earlier[-1], so_far) is not None


def _count(
    stores: Stores, rows: list[Stored], seats: Seats, factors: tuple[str, ...], so_far: SoFar, *, wave: WaveFacts
) -> "Counted":
    from analysis.disclosure.sheet import count  # noqa: PLC0415 -- weight

    with stores.company.read() as session:
        questionnaire = questions.questionnaire(session, wave.questionnaire)
    earlier = [one for one in so_far.waves if one.number < wave.number and one.state == "closed"]
    before = pseudonyms(row for row in so_far.rows if earlier and row.wave == earlier[-1].id)

    def standing(row: Stored) -> Standing:
        bands = (row.tenure or "", row.level or "", MATCHED[row.pseudonym not in before])
        return Standing(row.unit, bands[: len(factors)])

    sheet = sheet_of(rows, standing, seats, factors=factors, questionnaire=questionnaire)
    return count(sheet, questions_of(questionnaire), k=wave.k)


def _scale_rows(
    kept: "Counted", shown: "tuple[Choice, ...]", seats: Seats, factors: tuple[str, ...], *, k: int
) -> Iterator[Row]:
    from analysis.disclosure.numbers import numbers_of, scale_numbers  # noqa: PLC0415 -- weight

    for scale, choice in enumerate(shown):
        numbers = numbers_of(scale_numbers(kept, choice, choice, scale, k=k))
        # What was a number is one again: there are no bounds among them.
        yield from scale_rows(numbers, seats.units, factors, k=k, most_answers=1)
