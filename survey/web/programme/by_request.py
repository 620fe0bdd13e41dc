"""The next wave is opened, reminded, closed now: each asked once more before it is done."""

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.errors import AloftError
from survey.services import asked_for
from survey.services.programme import By
from survey.services.rights import Action
from survey.services.standing import standing
from survey.web.guard import requires
from survey.web.programme.answers import NOT_POSSIBLE, as_sentence, changed
from survey.web.service import service


@requires(Action.RUN_PROGRAMME)
def ask_open() -> ResponseReturnValue:
    """What cannot be done is said here already, and not only after the click."""
    try:
        with service().stores.company.read() as session:
            asked_for.could_open(session, now=service().clock())
    except AloftError as fault:
        return _asked("open", fault=as_sentence(str(fault)))
    return _asked("open")


@requires(Action.RUN_PROGRAMME)
def open_() -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        return f"Wave {asked_for.open_soon(session, by=by).number} opens within a few minutes."

    return changed(do, then=url_for("programme.overview"), otherwise=lambda fault: _asked("open", fault=fault))


@requires(Action.RUN_PROGRAMME)
def ask_remind(number: int) -> ResponseReturnValue:
    return _asked("remind", number)


@requires(Action.RUN_PROGRAMME)
def remind(number: int) -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        if not asked_for.remind(session, by=by, number=number):
            return "There is a reminder of today already. A second one on the same day is not sent."
        return "The reminder leaves within minutes, to those alone from whom no answer has arrived."

    return changed(
        do, then=url_for("programme.wave", number=number), otherwise=lambda fault: _asked("remind", number, fault)
    )


@requires(Action.RUN_PROGRAMME)
def ask_close(number: int) -> ResponseReturnValue:
    return _asked("close", number)


@requires(Action.RUN_PROGRAMME)
def close(number: int) -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        asked_for.close_soon(session, number=number, by=by)
        return f"Nobody can answer wave {number} any more. A worker counts it now."

    return changed(
        do, then=url_for("programme.wave", number=number), otherwise=lambda fault: _asked("close", number, fault)
    )


def _asked(what: str, number: int = 0, fault: str = "") -> ResponseReturnValue:
    """The page that says what will happen, with the button that lets it."""
    now = service().clock()
    with service().stores.company.read() as session:
        stands = standing(session, now=now)
    text = render_template(f"inside/programme/{what}.html", stands=stands, number=number, fault=fault)
    return (text, NOT_POSSIBLE) if fault else text
