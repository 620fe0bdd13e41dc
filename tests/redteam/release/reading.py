"""What the accounts of an eventful company read of its alarms and comments: pages, files and mails."""

from collections.abc import Collection

from pydantic import SecretStr
from sqlalchemy import select

from survey.app import create_app
from survey.config import Settings
from survey.models.company.work import OutboxMail
from survey.queries.work import ClaimedMail
from survey.services.alerting.letters import WRITERS
from survey.services.letters import Letters
from tests.redteam.harvest import Harvest, harvest
from tests.redteam.release.life import Life

SECRET = "s" * 32


def read(life: Life, only: Collection[str]) -> Harvest:
    """The pages and files of these endpoints, as all accounts get them."""
    settings = Settings(secret_key=SecretStr(SECRET))
    app = create_app(settings, life.running.stores, now=life.running.clock)
    return harvest(app, life.running.stores, life.readers, only=only)


def mails(life: Life) -> list[str]:
    """The texts of all mails on alarms and watch lists, as they would leave now."""
    stores, clock = life.running.stores, life.running.clock
    writer = Letters(stores, clock, SECRET.encode(), "https://aloft.meridian.example", "meridian.example")
    columns = (OutboxMail.id, OutboxMail.business_key, OutboxMail.kind, OutboxMail.details)
    with stores.company.read() as session:
        rows = session.execute(select(*columns).where(OutboxMail.kind.in_(WRITERS)).order_by(OutboxMail.id)).all()
    letters = [writer.render(ClaimedMail(*row, 1, 1, None)) for row in rows]
    return [f"{letter.subject}\n{letter.text}\n{letter.html}" for letter in letters if letter]
