"""A wave in which chosen people write a comment each, through the page's own door."""

from collections.abc import Mapping
from datetime import UTC, datetime

from survey.db import Stores
from survey.queries import comments, moderated, releases
from survey.queries.comments import PublicComment
from survey.queries.moderated import Written
from survey.queries.waves import WaveFacts
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.comments.reading import Voices, voices
from survey.services.programme import By
from survey.services.release import reading
from survey.services.release.reader import Reader
from tests.survey.services.programmes import Running

MODERATOR = By(None, datetime(2026, 3, 1, 9, tzinfo=UTC))
PER_DIVISION = 20
"""People of each division; the first of the second division is person 21."""


def closed_wave(running: Running, texts: Mapping[int, str]) -> WaveFacts:
    """Everybody answers; these people write this."""
    wave = running.open_next()
    desk = Desk(running.stores, running.clock)
    for person, token in sorted(running.tokens(wave).items()):
        pulse = desk.open(token, None)
        assert pulse
        chosen = {item.code: 1 + (person + at) % 5 for at, item in enumerate(pulse.items) if item.principle}
        assert desk.send(token, Sent(chosen, texts.get(person, "")))
    running.close(wave)
    return wave


def by_division(**counts: int) -> dict[int, str]:
    """So many people of each division write: `first=5, second=6`."""
    starts = {"first": 1, "second": 1 + PER_DIVISION, "third": 1 + 2 * PER_DIVISION}
    return {starts[name] + at: f"{name} {at}: we asked a customer" for name, n in counts.items() for at in range(n)}


def written(stores: Stores, wave: WaveFacts) -> list[Written]:
    with stores.answers.read() as session:
        return moderated.written(session, wave.id)


def published(stores: Stores, wave: WaveFacts) -> list[PublicComment]:
    with stores.company.read() as session:
        return comments.of_wave(session, wave.id)


def shown(stores: Stores, wave: WaveFacts) -> Voices:
    with stores.company.read() as session:
        facts = releases.of_wave(session, wave.id)
        assert facts
        return voices(session, reading.open_release(session, facts, Reader(sees_all=True)))
