"""A wave's release, from its rows as they were given."""

import logging
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from survey.errors import without_text
from survey.models.company.waves import TENURE_BANDS
from survey.queries.answers import Stored
from survey.queries.people import Node
from survey.queries.releases import Row
from survey.queries.waves import WaveFacts
from survey.questionnaires.questionnaire import PRINCIPLES, Questionnaire
from survey.services.release.again import again_rows
from survey.services.release.findings import ENOUGH_FOR_A_SIZE, to_half
from survey.services.release.menu import MATCHED
from survey.services.release.published import choices, either
from survey.services.release.rows import scale_rows
from survey.services.release.sheets import Seats, Standing, most_answers, pseudonyms, questions_of, seats_of, sheet_of
from survey.services.release.shown import USUAL_SPREAD
from survey.services.release.window import WAVES, Asked, Past, question_rows

if TYPE_CHECKING:
    from analysis.disclosure.build import Decision
    from analysis.disclosure.counts import Mask
    from analysis.disclosure.sheet import Counted, Sheet
    from analysis.panel import Floats

log = logging.getLogger(__name__)

METHOD = "cuts/1"
"""How it is proved that no combination is about fewer than k people; explained in docs/explanation."""


@dataclass(frozen=True, slots=True)
class Closed:
    """A wave whose gate is shut.

    `rows` are those of the wave with unit, tenure and level as they were given; `past` the waves of the epoch before
    it, oldest first, from number `told_from` on, where their people can still be told; `last_shown` what the newest
    release before it showed.
    """

    wave: WaveFacts
    tree: dict[int, Node]
    rows: Sequence[Stored]
    questionnaire: Questionnaire
    past: Sequence[Past]
    told_from: int
    first_number: int
    last_shown: Sequence[Row]
    is_company_alone: bool


@dataclass(frozen=True, slots=True)
class Made:
    """What will be published, without the findings."""

    rows: list[Row]
    spread: dict[str, float]
    certificate: dict[str, Any]


def make(closed: Closed) -> Made:
    """Count, decide, prove. What cannot be proved is not shown, and the certificate says so."""
    try:
        return _make(closed)
    except RuntimeError as error:
        told = "the numbers of wave %s could not be proved safe, nothing of it is shown: %s"
        log.error(told, closed.wave.number, without_text(error))  # noqa: TRY400 -- a trace may hold counts
        return Made([], {}, _certificate("not proved", closed, n_kept=0, n_large_enough=0))


def _make(closed: Closed) -> Made:
    from analysis.disclosure.build import decide  # noqa: PLC0415 -- weight
    from analysis.disclosure.numbers import numbers_of, scale_numbers  # noqa: PLC0415 -- weight
    from analysis.disclosure.sheet import count  # noqa: PLC0415 -- weight

    seats = seats_of(closed.tree)
    factors = ("tenure", "level", "matched") if closed.past else ("tenure", "level")
    sheet = _sheet(closed, seats, factors)
    counted = count(sheet, questions_of(closed.questionnaire), k=closed.wave.k)
    before = either(choices(closed.last_shown, seats, factors, with_bounds=True)) if closed.last_shown else None
    k = closed.wave.k
    decision = decide(counted.counts, counted.steps, _menu(counted, closed), k=k, before=before)
    most = max(most_answers(closed.questionnaire, principle) for principle in PRINCIPLES)
    numbers = [
        row
        for scale, shown in enumerate(decision.shown)
        for row in scale_numbers(counted, decision.by_counts, shown, scale, k=k)
    ]
    rows = list(scale_rows(numbers_of(numbers), seats.units, factors, k=k, most_answers=most))
    asked = _questions(closed, sheet, decision, seats)
    rows += [*asked.rows, *_again(closed)]
    certificate = _certificate(
        "proved" if rows else "nothing shown",
        closed,
        n_kept=decision.n_kept + len(asked.rows),
        n_large_enough=decision.n_large_enough + asked.n_large_enough,
    )
    return Made(rows, _spread(sheet, decision, closed.questionnaire, k=k), certificate)


def _sheet(closed: Closed, seats: Seats, factors: tuple[str, ...]) -> "Sheet":
    earlier = pseudonyms(closed.past[-1].earlier.rows) if closed.past else set()

    def standing(row: Stored) -> Standing:
        matched = (MATCHED[row.pseudonym not in earlier],) if closed.past else ()
        return Standing(row.unit, (row.tenure or "unknown", row.level or "front_line", *matched))

    return sheet_of(closed.rows, standing, seats, factors=factors, questionnaire=closed.questionnaire)


def _menu(counted: "Counted", closed: Closed) -> "tuple[Mask, ...]":
    """All bands but that of people whose time here is unknown; none where the company alone is shown."""
    import numpy as np  # noqa: PLC0415 -- weight

    n_places = counted.counts.n_places
    menu = tuple(np.full((n, n_places), not closed.is_company_alone) for n in counted.counts.n_bands)
    menu[0][TENURE_BANDS.index("unknown")] = False
    return menu


def _questions(closed: Closed, sheet: "Sheet", decision: "Decision", seats: Seats) -> Asked:
    n_before = (closed.wave.number - closed.first_number) % WAVES
    begins = closed.wave.number - n_before
    past = [one for one in closed.past if one.earlier.wave.number >= begins]
    is_over = n_before == WAVES - 1 or closed.wave.is_last_of_epoch
    is_whole = is_over and closed.told_from <= begins and all(_is_alike(one, closed) for one in past)
    return question_rows(sheet, decision, past, seats, closed.questionnaire, k=closed.wave.k, is_whole=is_whole)


def _is_alike(past: Past, closed: Closed) -> bool:
    wave = past.earlier.wave
    return (wave.questionnaire, wave.k) == (closed.wave.questionnaire, closed.wave.k)


def _again(closed: Closed) -> list[Row]:
    """Nothing where k was raised or the questionnaire changed since."""
    if not closed.past or not _is_alike(closed.past[-1], closed) or closed.is_company_alone:
        return []
    last, before_that = closed.past[-1], closed.past[-2].earlier if len(closed.past) > 1 else None
    return list(again_rows(last.earlier, before_that, last.shown, closed.rows, closed.questionnaire))


def _spread(sheet: "Sheet", decision: "Decision", questionnaire: Questionnaire, *, k: int) -> dict[str, float]:
    """Standard deviation of people's scores in the company, in points, where its score is shown.

    Of a company that is small or of one mind the usual one is given instead.
    """
    questions = questions_of(questionnaire)
    found = {}
    for scale, principle in enumerate(PRINCIPLES):
        items = questions.of(scale)
        answered = sheet.has(items)
        scores = 100 * sheet.sums(items)[answered > 0] / (4 * answered[answered > 0])
        if decision.shown[scale].units[sheet.tree.root]:
            found[principle] = to_half(float(scores.std(ddof=1))) if _is_varied(scores, k=k) else USUAL_SPREAD
    return found


def _is_varied(scores: "Floats", *, k: int) -> bool:
    """Whether so many people answered, and so differently, that their spread says nothing about any of them."""
    import numpy as np  # noqa: PLC0415 -- weight

    _, n = np.unique(scores, return_counts=True)
    return scores.size >= ENOUGH_FOR_A_SIZE and int(scores.size - n.max()) >= k


def _certificate(verdict: str, closed: Closed, *, n_kept: int, n_large_enough: int) -> dict[str, Any]:
    return {
        "verdict": verdict,
        "method": METHOD,
        "k": closed.wave.k,
        "groups_shown": n_kept,
        "groups_large_enough": n_large_enough,
    }
