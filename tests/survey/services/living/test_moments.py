"""The timeline of the made-up company stands beside its three stories."""

from datetime import UTC, datetime

from survey.db import Stores
from survey.models.company.people import Company, Unit
from survey.queries import moments
from survey.services.living.moments import moments_of, tell_moments
from survey.services.living.months import months_until
from survey.services.living.story import CRASHED, CRASHES_AT, GROWING, MIXED, MIXED_FROM, SLIDES_FROM, UNIT_NAMES

NOW = datetime(2026, 11, 28, 12, tzinfo=UTC)


def test_each_story_has_its_moment_shortly_before_it_shows() -> None:
    months = months_until(NOW)
    told, opens = dict(moments_of(months)), months.opens_on
    growth = told[GROWING]

    assert opens[CRASHES_AT - 1] < told[CRASHED].first_day < opens[CRASHES_AT]
    assert opens[MIXED_FROM - 1] < told[MIXED].first_day < opens[MIXED_FROM]
    assert growth.until is not None
    assert growth.first_day < opens[SLIDES_FROM] < growth.until


def test_they_stand_on_the_timeline_in_their_units(stores: Stores) -> None:
    months = months_until(NOW)
    with stores.company.write() as session:
        session.add(Company(id=1, name="Meridian", language="en", time_zone="UTC", contact="-"))
        root = Unit(name="Meridian", added_on=months.opens_on[0])
        session.add(root)
        session.flush()
        added = (GROWING, MIXED, CRASHED)
        session.add_all(Unit(name=UNIT_NAMES[one], parent_id=root.id, added_on=root.added_on) for one in added)
        session.flush()
        tell_moments(session, months, now=NOW)

        told = moments.events(session)

    assert sorted(one.kind for one in told) == ["other", "other", "reorganisation"]
    assert len({one.unit for one in told}) == 3
