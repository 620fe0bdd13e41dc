"""What happened at the made-up company, beside the three stories that are in its numbers."""

from dataclasses import replace
from datetime import datetime, timedelta

from sqlalchemy.orm import Session

from survey.queries import people
from survey.queries.moments import MomentFacts
from survey.services.living.months import Months
from survey.services.living.story import CRASHED, CRASHES_AT, GROWING, MIXED, MIXED_FROM, N_WAVES, UNIT_NAMES, WORLD
from survey.services.moments import add_moment
from survey.services.programme import By

SWAPPED = "Sales gives people to other divisions, and takes others in"
GROWS_FROM = round(WORLD.people.growth_at * N_WAVES)
GROWS_UNTIL = GROWS_FROM + round(WORLD.people.growth_months)


def tell_moments(session: Session, months: Months, *, now: datetime) -> None:
    """Put them on the timeline, all at once."""
    units = {node.name: unit for unit, node in people.whole_tree(session).items()}
    for number, told in moments_of(months):
        add_moment(session, replace(told, unit_id=units[UNIT_NAMES[number]]), by=By(None, now))


def moments_of(months: Months) -> list[tuple[int, MomentFacts]]:
    """By number of the unit in the story."""
    opens = months.opens_on
    grows, grown = opens[GROWS_FROM], opens[GROWS_UNTIL] - timedelta(days=4)
    fails = opens[CRASHES_AT] - timedelta(days=4)
    leaves = opens[MIXED_FROM] - timedelta(days=20)
    return [
        (GROWING, MomentFacts(grows, grown, "other", "Delivery doubles its head-count", None)),
        (MIXED, MomentFacts(leaves, leaves + timedelta(days=14), "reorganisation", SWAPPED, None)),
        (CRASHED, MomentFacts(fails, None, "other", "Live ingest fails for nine hours", None)),
    ]
