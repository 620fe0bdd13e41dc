"""A release in a reader's hands, together with those of the waves before it in the same programme."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy.orm import Session

from survey.queries import programme, waves
from survey.queries.over_waves import Wanted
from survey.queries.people import path_upwards
from survey.queries.releases import ReleaseFacts, Row
from survey.queries.waves import WaveFacts
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.estimates.lines import MOST_DRAWN
from survey.services.release import over_waves, reading
from survey.services.release.kept import kept
from survey.services.release.reader import Reader
from survey.services.release.reading import COMPANY_AND_DIVISIONS, Opened


@dataclass(frozen=True, slots=True)
class Shown:
    """`past` are the releases up to the one that is shown, that one included, each with its wave; `newest` a wave.

    `beside` are all waves of the programme, as they follow each other.
    """

    opened: Opened
    past: tuple[tuple[ReleaseFacts, WaveFacts], ...]
    newest: int
    epochs: dict[int, int]
    beside: tuple[WaveFacts, ...]

    @property
    def releases(self) -> list[ReleaseFacts]:
        return [facts for facts, _ in self.past]

    @property
    def wave(self) -> WaveFacts:
        return self.past[-1][1]

    @property
    def last(self) -> int:
        """The wave that was opened or refused last."""
        return self.beside[-1].number

    def is_high(self, unit: int) -> bool:
        """Whether the unit is the company or a division that this reader may see."""
        is_there = self.opened.may_see(unit)
        return is_there and len(path_upwards(self.opened.tree, unit)) <= COMPANY_AND_DIVISIONS


def open_shown(session: Session, reader: Reader, number: int | None) -> Shown | None:
    """The wave of this number, or the newest; None before the first release. An unknown number is a LookupError."""
    found = reading.of_waves(session)
    if number is None and not found:
        return None
    facts = found[-1] if number is None else reading.numbered(found, number)
    if facts is None:
        raise LookupError(f"no wave {number} has been published")
    return shown_of(session, reading.open_release(session, facts, reader), found)


def shown_of(session: Session, opened: Opened, found: Sequence[ReleaseFacts]) -> Shown:
    """The wave of a release that is open already; `found` are the releases of all waves."""
    beside = tuple(waves.waves_beside(session, opened.facts.wave_id or 0))
    in_programme = {wave.id: wave for wave in beside}
    past = [(one, in_programme[one.wave_id]) for one in found if one.wave_id in in_programme]
    past = [pair for pair in past if pair[1].number <= opened.number]
    past = past[-MOST_DRAWN:]
    epochs = dict(kept(session, programme.epoch_numbers, tuple(sorted({wave.epoch for _, wave in past}))))
    return Shown(opened, tuple(past), int(found[-1].label), epochs, beside)


def principles(session: Session, shown: Shown, units: list[int], *factors: str) -> dict[int, list[Row]]:
    """The principles of these units in every wave of the board, by the number of the release."""
    wanted = Wanted(units, PRINCIPLES, factors or ("",))
    return over_waves.numbers(session, shown.opened, shown.releases, wanted)
