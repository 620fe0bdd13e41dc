"""A release in a reader's hands, together with those of the waves before it in the same programme."""

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
from survey.services.release.reader import Reader
from survey.services.release.reading import COMPANY_AND_DIVISIONS, Opened


@dataclass(frozen=True, slots=True)
class Shown:
    """`past` are the releases up to the one that is shown, that one included, each with its wave; `newest` a wave."""

    opened: Opened
    past: tuple[tuple[ReleaseFacts, WaveFacts], ...]
    newest: int
    epochs: dict[int, int]

    @property
    def releases(self) -> list[ReleaseFacts]:
        return [facts for facts, _ in self.past]

    @property
    def wave(self) -> WaveFacts:
        return self.past[-1][1]

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
    opened = reading.open_release(session, facts, reader)
    in_programme = {wave.id: wave for wave in waves.waves_beside(session, facts.wave_id or 0)}
    past = [(one, in_programme[one.wave_id]) for one in found if one.wave_id in in_programme]
    past = [pair for pair in past if pair[1].number <= opened.number]
    epochs = programme.epoch_numbers(session, past[-1][1].programme)
    return Shown(opened, tuple(past[-MOST_DRAWN:]), int(found[-1].label), epochs)


def principles(session: Session, shown: Shown, units: list[int], *factors: str) -> dict[int, list[Row]]:
    """The principles of these units in every wave of the board, by the number of the release."""
    wanted = Wanted(units, PRINCIPLES, factors or ("",))
    return over_waves.numbers(session, shown.opened, shown.releases, wanted)
