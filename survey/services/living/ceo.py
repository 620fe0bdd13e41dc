"""What the chief executive of the made-up company did with alerts: the first is acknowledged, later ones wait."""

from datetime import datetime

from survey.db import Stores
from survey.queries import accounts, programme
from survey.services.alerting import acknowledge, alerts_of
from survey.services.living.names import ACCOUNTS
from survey.services.programme import By
from survey.services.rights import Role

NOTE = "Spoke with those who lead there. From Monday on, every week begins with a call to a customer."


def see_alerts(stores: Stores, *, now: datetime) -> None:
    """Acknowledge the first alert there ever was, once."""
    with stores.company.write() as session:
        plan = programme.current_programme(session)
        found = alerts_of(session, plan.id) if plan else []
        ceo = accounts.account_named(session, ACCOUNTS[Role.CEO])
        if found and found[0].acknowledged_at is None:
            acknowledge(session, found[0], note=NOTE, by=By(ceo.id if ceo else None, now))
