"""A wave closes, in steps of which each is taken once, however often the whole is begun anew."""

from datetime import datetime

from survey.db import Stores
from survey.queries import answered_so_far, answers, closings, invited, people, programme, vault, waves
from survey.queries.waves import WaveFacts
from survey.services import audit, questions
from survey.services.closing.carry_file import from_bytes, to_bytes
from survey.services.closing.counting import count
from survey.services.closing.end_of_epoch import end_epoch
from survey.services.closing.erasing import coarsen_wave
from survey.services.closing.monitoring import Epoch, document, monitor_epoch
from survey.services.schedule import waves_per_year


def close_wave(stores: Stores, wave_id: int, *, now: datetime) -> None:
    """Close the wave, or finish closing it; at the end of an epoch, end that too."""
    with stores.company.write() as session:
        wave = waves.wave(session, wave_id)
        if wave.state == "open":
            waves.set_state(session, wave_id, "closing")
    if wave.state in ("open", "closing"):
        _shut(stores, wave)
        _count(stores, wave)
        _coarsen(stores, wave)
        _judge(stores, wave)
        _finish(stores, wave, now=now)
    if wave.is_last_of_epoch or _key_is_lost(stores, wave.epoch):
        end_epoch(stores, wave.epoch, now=now)


def _shut(stores: Stores, wave: WaveFacts) -> None:
    with stores.answers.write() as session:
        answers.shut_gate(session, wave.id)


def _count(stores: Stores, wave: WaveFacts) -> None:
    """Before tenure and level are gone. Counts that were taken stay as they are."""
    with stores.company.read() as session:
        if closings.closing(session, wave.id) is not None:
            return
        tree = waves.frozen_tree(session, wave.id)
    with stores.answers.read() as session:
        rows = answers.responses(session, [wave.id])
    counts = [one.as_row() for one in count(rows, tree)]
    with stores.company.write() as session:
        asked = invited.count_invited(session, wave.id)
        closings.add_closing(session, wave=wave.id, n_asked=asked, n_answered=len(rows), counts=counts)


def _coarsen(stores: Stores, wave: WaveFacts) -> None:
    with stores.company.read() as session:
        tree = waves.frozen_tree(session, wave.id)
    coarsen_wave(stores, wave.id, tree, k=wave.k)


def _judge(stores: Stores, wave: WaveFacts) -> None:
    """Run the engine on what is left of the rows; at the end of an epoch keep its memory."""
    epoch, before = _epoch_so_far(stores, wave)
    result = monitor_epoch(epoch, None if before is None else from_bytes(before))
    if result is None:
        return
    with stores.company.write() as session:
        closings.set_monitor(session, wave.id, document(epoch, result))
        closings.set_carry(session, wave.epoch, to_bytes(result.carry))


def _epoch_so_far(stores: Stores, wave: WaveFacts) -> tuple[Epoch, bytes | None]:
    with stores.company.read() as session:
        plan = programme.programme(session, wave.programme)
        past = [one for one in waves.waves_of_epoch(session, wave.epoch) if one.number <= wave.number]
        tree = people.whole_tree(session)
        questionnaire = questions.questionnaire(session, wave.questionnaire)
        number = programme.epoch_by_id(session, wave.epoch).number
        before = closings.carry_before(session, programme=wave.programme, epoch_number=number)
    with stores.answers.read() as session:
        rows = answers.responses(session, [one.id for one in past])
    return Epoch(past, rows, tree, questionnaire, waves_per_year(plan)), before


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
