"""Stop reminders: a visit shows a button; a press, or a mail program on somebody's behalf, does it."""

from flask import Blueprint, g, render_template, request
from flask.typing import ResponseReturnValue

from survey.queries import people
from survey.services.stop_reminders import is_right, stop_reminders
from survey.translations import LANGUAGES
from survey.web.pulse.blueprint import protect
from survey.web.service import service

NOT_OPEN = 404
LONGEST_NUMBER = 9
"""Digits; a column holds no longer one."""


def reminders_blueprint() -> Blueprint:
    blueprint = Blueprint("reminders", __name__)
    blueprint.add_url_rule("/reminders/<person>/<token>", "ask", ask, methods=["GET"])
    blueprint.add_url_rule("/reminders/<person>/<token>", "stop", stop, methods=["POST"])
    blueprint.after_request(protect)
    return blueprint


def number_of(person: str) -> int:
    """Of nobody, where it is no number: what is wrong with a link, its page does not say."""
    return int(person) if person.isdecimal() and len(person) <= LONGEST_NUMBER else 0


def ask(person: str, token: str) -> ResponseReturnValue:
    return shown("ask", is_ours=is_right(service().secret, number_of(person), token))


def stop(person: str, token: str) -> ResponseReturnValue:
    here = service()
    with here.stores.company.write() as session:
        is_ours = stop_reminders(session, secret=here.secret, person=number_of(person), token=token)
    return shown("stopped", is_ours=is_ours)


def shown(name: str, *, is_ours: bool) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        company = people.company(session)
    wish = request.args.get("lang") or request.accept_languages.best_match(LANGUAGES)
    g.language = wish if wish in LANGUAGES else company.language if company else LANGUAGES[0]
    page = render_template(
        f"pulse/reminders_{name if is_ours else 'unknown'}.html",
        company=company.name if company else "",
        contact=company.contact if company else "",
        languages=LANGUAGES,
    )
    return page if is_ours else (page, NOT_OPEN)
