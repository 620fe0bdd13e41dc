"""An epoch ends: the key goes, and with it whatever linked a person's rows."""

from datetime import datetime

from survey.db import Stores
from survey.queries import closings, programme, waves
from survey.services import audit
from survey.services.closing.erasing import delete_old_rows, forget_pseudonyms
from survey.services.linking.epoch_key import destroy_key


def end_epoch(stores: Stores, epoch_id: int, *, now: datetime) -> None:
    """Destroy the key, overwrite the pseudonyms, delete the rows of the epochs before. Done again, it finishes.

    The engine's memory was kept when the last wave closed: it can be made no more.
    """
    with stores.company.read() as session:
        epoch = programme.epoch_by_id(session, epoch_id)
        of_this = [wave.id for wave in waves.waves_of_epoch(session, epoch_id)]
        of_earlier = closings.waves_of_earlier_epochs(session, programme=epoch.programme, epoch_number=epoch.number)
    if epoch.closed_at is not None:
        return
    destroy_key(stores, epoch_id)
    forget_pseudonyms(stores, of_this)
    delete_old_rows(stores, of_earlier)
    with stores.company.write() as session:
        closings.close_epoch(session, epoch_id, now)
        audit.record(
            session, action=audit.Action.EPOCH_ENDED, account_id=None, details={"epoch": epoch.number}, now=now
        )
