"""A programme is put together, looked at, and created."""

from zoneinfo import available_timezones

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.queries import people, programme
from survey.questionnaires.reading import our_file
from survey.scheduling.cadence import cadence_words
from survey.scheduling.dates import wave_dates
from survey.scheduling.plan import CADENCES, SMALLEST_K, warnings_of
from survey.scheduling.preview import N_WAVES, sentence
from survey.services.programme import By, create_programme
from survey.services.rights import Action
from survey.services.standing import standing
from survey.web.guard import requires
from survey.web.layout import company_facts
from survey.web.programme.answers import NOT_POSSIBLE, changed
from survey.web.programme.plan_form import PlanForm, first_form, read_form
from survey.web.service import service

AREAS = ("Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Indian/", "Pacific/")


@requires(Action.RUN_PROGRAMME)
def form() -> ResponseReturnValue:
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
        facts = company_facts()
        first = first_form(
            today=stands.today,
            countries=people.countries_on(session, stands.today),
            home_zone=facts.time_zone if facts else "UTC",
            smallest_k=max(SMALLEST_K, programme.highest_k(session)),
        )
    return _shown(first)


@requires(Action.RUN_PROGRAMME)
def preview() -> ResponseReturnValue:
    return _shown(_read())


@requires(Action.RUN_PROGRAMME)
def create() -> ResponseReturnValue:
    read = _read()
    if (plan := read.plan) is None:
        return _shown(read)

    def do(session: Session, by: By) -> str:
        create_programme(session, plan, questionnaire=our_file(), with_module=read.with_module, by=by)
        return "The programme runs. Its waves open and close by themselves while a worker is running."

    return changed(do, then=url_for("programme.overview"), otherwise=lambda fault: _shown(read, fault=fault))


def _read() -> PlanForm:
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
    return read_form(request.form, today=stands.today)


def _shown(read: PlanForm, *, fault: str = "") -> ResponseReturnValue:
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
    plan = read.plan
    text = render_template(
        "inside/programme/new.html",
        stands=stands,
        form=read,
        fault=fault,
        cadences={name: cadence_words(name) for name in CADENCES},
        zones=sorted(zone for zone in available_timezones() if zone.startswith(AREAS)),
        sentence=sentence(plan) if plan else "",
        warnings=warnings_of(plan) if plan else (),
        dates=wave_dates(plan, n=N_WAVES) if plan else (),
    )
    return (text, NOT_POSSIBLE) if fault or read.faults else text
