"""What may be known of a wave before it closes: one share, once a day, so rounded that no answer shows in it."""

from datetime import datetime

from survey.db import Stores
from survey.queries import answered_so_far, answers, invited, programme, waves
from survey.queries.answered_so_far import Share
from survey.services.schedule import today

FEWEST_ASKED = 50
STEP = 5
"""Percent."""


def note_answered_so_far(stores: Stores, wave_id: int, *, now: datetime) -> None:
    """Once a day of the head office; a wave that asks few, or is open no more, gets none."""
    with stores.company.read() as session:
        wave = waves.wave(session, wave_id)
        day = today(programme.programme(session, wave.programme), now)
        before = answered_so_far.noted(session, wave_id)
        n_asked = invited.count_invited(session, wave_id)
    if wave.state != "open" or n_asked < FEWEST_ASKED or (before is not None and before.noted_on >= day):
        return
    with stores.answers.read() as session:
        n_answered = answers.count_responses(session, wave_id)
    percent = STEP * round(100 * n_answered / n_asked / STEP)
    with stores.company.write() as session:
        answered_so_far.note(session, wave=wave_id, share=Share(day, percent))
