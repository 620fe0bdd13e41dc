"""The reply to a closed wave: written, looked at as it will read, kept."""

from flask import abort, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from survey.queries import replies, waves
from survey.queries.replies import ReplyFacts
from survey.services import replying
from survey.services.programme import By
from survey.services.release import reading
from survey.services.rights import Action, may
from survey.services.standing import standing
from survey.web.guard import requires
from survey.web.programme.answers import NOT_POSSIBLE, changed
from survey.web.service import service
from survey.web.who import account


@requires(Action.WRITE_REPLY)
def landing() -> ResponseReturnValue:
    """Where somebody is led to who writes replies and has no other page."""
    with service().stores.company.read() as session:
        stands = standing(session, now=service().clock())
        last = stands.last_closed
        cannot = replying.why_not(session, last.wave) if last else ""
        published = reading.of_waves(session)
    sees_waves = may(account().roles, Action.SEE_PROGRAMME)
    return render_template(
        "inside/programme/replies.html",
        stands=stands,
        last=last,
        cannot=cannot,
        sees_waves=sees_waves,
        published=published[-1].label if published else None,
    )


@requires(Action.WRITE_REPLY)
def page(number: int) -> ResponseReturnValue:
    return _shown(number)


@requires(Action.WRITE_REPLY)
def preview(number: int) -> ResponseReturnValue:
    typed = _typed()
    return _shown(number, typed=typed, is_preview=not replying.faults_of(typed), has_faults=True)


@requires(Action.WRITE_REPLY)
def keep(number: int) -> ResponseReturnValue:
    typed = _typed()
    if replying.faults_of(typed):
        return _shown(number, typed=typed, has_faults=True)

    def do(session: Session, by: By) -> str:
        wave = waves.newest_numbered(session, number) or abort(404)
        replying.write_reply(session, wave=wave, reply=typed, by=by)
        return "The reply is kept. It is shown to everybody who is asked in the next wave, before the questions."

    then = url_for("programme.reply", number=number)
    return changed(do, then=then, otherwise=lambda fault: _shown(number, typed=typed, fault=fault))


def _typed() -> ReplyFacts:
    return replying.tidy(*(request.form.get(name, "") for name in replying.NAMES))


def _shown(
    number: int, *, typed: ReplyFacts | None = None, is_preview: bool = False, has_faults: bool = False, fault: str = ""
) -> ResponseReturnValue:
    with service().stores.company.read() as session:
        wave = waves.newest_numbered(session, number) or abort(404)
        stands = standing(session, now=service().clock())
        kept, cannot = replies.reply_to(session, wave.id), replying.why_not(session, wave)
    faults = {one.text: one.wanted for one in replying.faults_of(typed)} if typed and has_faults else {}
    text = render_template(
        "inside/programme/reply.html",
        wave=wave,
        stands=stands,
        kept=kept,
        typed=typed or kept,
        is_preview=is_preview,
        cannot=cannot,
        faults=faults,
        fault=fault,
        longest=replying.LONGEST_TEXT,
    )
    return (text, NOT_POSSIBLE) if faults or fault else text
