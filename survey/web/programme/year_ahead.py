"""The calendar of the next twelve months, as a page and as a file for other calendars."""

from itertools import groupby
from urllib.parse import urlsplit

from flask import Response, render_template
from flask.typing import ResponseReturnValue

from survey.scheduling.icalendar import icalendar
from survey.services.agenda import agenda, waves_from_now
from survey.services.rights import Action, may
from survey.services.standing import a_year_after, standing
from survey.web.guard import requires
from survey.web.layout import company_facts
from survey.web.programme.month_grid import months
from survey.web.service import service
from survey.web.who import account

N_MONTHS = 13
"""Of this month and the last one there may be parts."""


@requires(Action.SEE_PROGRAMME)
def page() -> ResponseReturnValue:
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
        dates = waves_from_now(session, stands)
    events = agenda(dates, since=stands.today, until=a_year_after(stands.today))
    return render_template(
        "inside/programme/calendar.html",
        stands=stands,
        by_month=[(name, list(some)) for name, some in groupby(events, key=lambda one: f"{one.day:%B %Y}")],
        months=months(stands, dates, n=N_MONTHS) if dates else (),
        may_keep_moments=may(account().roles, Action.KEEP_MOMENTS),
    )


@requires(Action.SEE_PROGRAMME)
def file() -> ResponseReturnValue:
    here, facts = service(), company_facts()
    with here.stores.company.read() as session:
        dates = waves_from_now(session, standing(session, now=here.clock()))
    domain = urlsplit(here.settings.base_url).hostname or "aloft"
    text = icalendar(dates, company=facts.name if facts else "", domain=domain, now=here.clock())
    response = Response(text, content_type="text/calendar; charset=utf-8")
    response.headers["Content-Disposition"] = 'attachment; filename="pulses.ics"'
    return response
