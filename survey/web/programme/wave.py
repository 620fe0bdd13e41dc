"""One wave: its days, what was asked, what can be done with it."""

from flask import abort, render_template
from flask.typing import ResponseReturnValue

from survey.queries import releases, waves
from survey.services.agenda import agenda
from survey.services.replying import why_not
from survey.services.rights import Action, may
from survey.services.standing import a_year_after, dates_of, standing
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.programme.answers import may_change, may_reply
from survey.web.programme.headline import of_wave, so_far
from survey.web.service import service
from survey.web.who import account


@requires(Action.SEE_PROGRAMME)
def page(number: int) -> ResponseReturnValue:
    now = service().clock()
    with service().stores.company.read() as session:
        found = waves.newest_numbered(session, number) or abort(404)
        stands = standing(session, now=now)
        dates, cannot_reply = dates_of(session, found), why_not(session, found)
        release = releases.of_wave(session, found.id)
    row = next(one for one in stands.rows if one.wave.id == found.id)
    return render_template(
        "inside/programme/wave.html",
        row=row,
        stands=stands,
        heading=of_wave(row, stands, now),
        so_far=so_far(row, stands),
        is_open=found.state == "open" and found.closes_at > now,
        days=agenda([dates], since=dates.opens_on, until=a_year_after(dates.last_day)),
        dates=dates,
        moments={name: local(at) for name in ("opens_at", "closes_at", "closed_at") if (at := getattr(found, name))},
        cannot_reply=cannot_reply,
        is_published=release is not None and may(account().roles, Action.SEE_RELEASE),
        may_moderate=may(account().roles, Action.MODERATE_COMMENTS),
        may_change=may_change(),
        may_reply=may_reply(),
    )
