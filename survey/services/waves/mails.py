"""The mails of a wave are laid out when it opens, each at its hour in its reader's zone.

A reminder is laid out for everybody: whether it leaves is decided when it is due, so that no list says who has
answered and who has not.
"""

from collections.abc import Iterable
from datetime import date, datetime, time

from sqlalchemy.orm import Session

from survey.queries import work
from survey.queries.invited import Invited
from survey.queries.people import Belonging
from survey.queries.work import NewMail
from survey.scheduling.dates import WaveDates
from survey.scheduling.moments import local_moment


def lay_out_mails(
    session: Session, *, invited: Iterable[Invited], people: Iterable[Belonging], dates: WaveDates, hour: time
) -> None:
    reached = {one.person: one.time_zone for one in people if one.has_mail}
    days = [("invitation", dates.opens_on), *(("reminder", day) for day in dates.reminders)]
    moments = {(day, zone): local_moment(day, hour, zone) for _, day in days for zone in set(reached.values())}
    mails = [
        _mail(one, kind, day, moments[day, reached[one.person]])
        for one in invited
        if one.person in reached
        for kind, day in days
    ]
    work.put(session, mails)


def _mail(invited: Invited, kind: str, day: date, due_at: datetime) -> NewMail:
    return NewMail(
        business_key=f"{kind}:{day.isoformat()}:{invited.id.hex()}",
        kind=kind,
        due_at=due_at,
        invitation_id=invited.id,
    )
