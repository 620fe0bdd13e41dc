"""The doctor says when what was published is not what it was."""

import pytest
from sqlalchemy import text

from survey.config import Settings
from survey.db import Stores
from survey.services.doctor import Severity
from tests.survey.company import add_company
from tests.survey.releases import publish_of
from tests.survey.services.doctor.sound import sound, told
from tests.survey.web.programme.scenes import between_waves


@pytest.mark.parametrize(
    "change", ["UPDATE published SET points = 80 WHERE position = 0", "DELETE FROM published WHERE position = 1"]
)
def test_a_number_that_was_changed_past_the_triggers_is_told(settings: Settings, stores: Stores, change: str) -> None:
    add_company(stores)
    publish_of(stores, between_waves(stores))
    assert "What was published holds, to release 1 with the mark" in told(sound(settings), Severity.FINE)
    past_the_triggers(stores, change)

    found = told(sound(settings), Severity.BROKEN)
    assert "What was published does not hold: release 1 was changed" in found
    assert "a backup shows what was published" in found


def past_the_triggers(stores: Stores, change: str) -> None:
    """As somebody does who has the database itself in hand."""
    with stores.company.write() as session:
        if stores.company.engine.dialect.name == "sqlite":
            guards = session.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'")).scalars().all()
            for name in guards:
                session.execute(text(f'DROP TRIGGER "{name}"'))
        else:
            session.execute(text("SET LOCAL session_replication_role = replica"))
        session.execute(text(change))
