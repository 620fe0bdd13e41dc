"""What is, what comes next, and what was: the page HR is led to."""

from flask import render_template
from flask.typing import ResponseReturnValue

from survey.services.agenda import agenda, waves_from_now
from survey.services.release import reading
from survey.services.rights import Action, may
from survey.services.smallest import SMALLEST_COMPANY
from survey.services.standing import a_year_after, standing
from survey.web.guard import requires
from survey.web.programme.answers import may_change, may_reply
from survey.web.programme.headline import headline
from survey.web.programme.month_grid import months
from survey.web.service import service
from survey.web.who import account

N_EVENTS = 6
N_MONTHS = 6


@requires(Action.SEE_PROGRAMME)
def page() -> ResponseReturnValue:
    now = service().clock()
    with service().stores.company.read() as session:
        stands = standing(session, now=now)
        dates = waves_from_now(session, stands)
        published = {facts.wave_id for facts in reading.of_waves(session)}
    return render_template(
        "inside/programme/overview.html",
        stands=stands,
        said=headline(stands, now),
        events=agenda(dates, since=stands.today, until=a_year_after(stands.today))[:N_EVENTS],
        months=months(stands, dates, n=N_MONTHS) if dates else (),
        enough=stands.n_people >= SMALLEST_COMPANY,
        published=published if may(account().roles, Action.SEE_RELEASE) else set(),
        may_change=may_change(),
        may_reply=may_reply(),
    )
