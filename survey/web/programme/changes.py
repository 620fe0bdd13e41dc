"""The programme is paused, resumed, moved, ended; the smallest group is raised."""

from collections.abc import Callable

from flask import render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.errors import AloftError
from survey.services import programme as services
from survey.services.asked_for import running_plan
from survey.services.programme import By
from survey.services.rights import Action
from survey.services.schedule import today
from survey.web.guard import requires
from survey.web.programme import typed
from survey.web.programme.answers import as_sentence, changed
from survey.web.programme.days import spoken
from survey.web.programme.plan import shown
from survey.web.service import service

LARGEST_K = 100
LARGEST_NUMBER = 100_000


@requires(Action.RUN_PROGRAMME)
def pause() -> ResponseReturnValue:
    return _changed("pause", services.pause, "The programme is paused. An open wave runs to its end; none follows.")


@requires(Action.RUN_PROGRAMME)
def resume() -> ResponseReturnValue:
    return _changed("pause", services.resume, "The programme runs again.")


@requires(Action.RUN_PROGRAMME)
def end() -> ResponseReturnValue:
    return _changed("end", services.end, "The programme has ended. Another one may begin.")


@requires(Action.RUN_PROGRAMME)
def ask_end() -> ResponseReturnValue:
    return render_template("inside/programme/end.html")


@requires(Action.RUN_PROGRAMME)
def move() -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        number = typed.whole(request.form.get("number", ""), "wave", most=LARGEST_NUMBER)
        moved = services.move(session, number=number, to=typed.day(request.form.get("to", ""), "day"), by=by)
        return f"Wave {number} opens on {spoken(moved.opens_on, today(running_plan(session), by.now))}."

    return changed(do, then=url_for("programme.plan"), otherwise=_beside("move"))


@requires(Action.RUN_PROGRAMME)
def ask_raise() -> ResponseReturnValue:
    try:
        k = _smallest_group(request.args.get("k", ""))
        with service().stores.company.read() as session:
            services.check_raise(session, k)
    except (typed.Unreadable, AloftError) as fault:
        return shown(fault=as_sentence(str(fault)), part="raise", typed=request.args)
    return render_template("inside/programme/raise.html", k=k)


@requires(Action.RUN_PROGRAMME)
def raise_k() -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        k = _smallest_group(request.form.get("k", ""))
        services.raise_k(session, k=k, by=by)
        return f"Groups of fewer than {k} are shown no more."

    return changed(do, then=url_for("programme.plan"), otherwise=_beside("raise"))


def _smallest_group(text: str) -> int:
    return typed.whole(text, "smallest group", most=LARGEST_K)


def _changed(part: str, verb: Callable[..., None], said: str) -> ResponseReturnValue:
    def do(session: Session, by: By) -> str:
        verb(session, by=by)
        return said

    return changed(do, then=url_for("programme.plan"), otherwise=_beside(part))


def _beside(part: str) -> Callable[[str], ResponseReturnValue]:
    return lambda fault: shown(fault=fault, part=part, typed=request.form)
