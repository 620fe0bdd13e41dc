"""A wave closes, in steps of which each is taken once, however often the whole is begun anew."""

from datetime import datetime

from survey.db import Stores
from survey.queries import answered_so_far, answers, invited, programme, vault, waves
from survey.queries.waves import WaveFacts
from survey.services import audit
from survey.services.closing.end_of_epoch import end_epoch
from survey.services.closing.erasing import coarsen_wave
from survey.services.closing.publishing import publish_wave


def close_wave(stores: Stores, wave_id: int, *, now: datetime) -> None:
    """Close the wave, or finish closing it; at the end of an epoch, end that too."""
    with stores.company.write() as session:
        wave = waves.wave(session, wave_id)
        if wave.state == "open":
            waves.set_state(session, wave_id, "closing")
    if wave.state in ("open", "closing"):
        _shut(stores, wave)
        publish_wave(stores, wave, now=now)
        _coarsen(stores, wave)
        _finish(stores, wave, now=now)
    if wave.is_last_of_epoch or _key_is_lost(stores, wave.epoch):
        end_epoch(stores, wave.epoch, now=now)


def _shut(stores: Stores, wave: WaveFacts) -> None:
    with stores.answers.write() as session:
        answers.shut_gate(session, wave.id)


def _coarsen(stores: Stores, wave: WaveFacts) -> None:
    with stores.company.read() as session:
        tree = waves.frozen_tree(session, wave.id)
    coarsen_wave(stores, wave.id, tree, k=wave.k)


def _finish(stores: Stores, wave: WaveFacts, *, now: datetime) -> None:
    with stores.company.write() as session:
        invited.uninvite_all(session, wave.id)
        answered_so_far.forget(session, wave.id)
        waves.set_state(session, wave.id, "closed", closed_at=now)
        audit.record(session, action=audit.Action.WAVE_CLOSED, account_id=None, details={"wave": wave.number}, now=now)


def _key_is_lost(stores: Stores, epoch: int) -> bool:
    with stores.company.read() as session:
        is_running = programme.epoch_by_id(session, epoch).closed_at is None
    with stores.vault.read() as session:
        return is_running and vault.key_of(session, epoch) is None
