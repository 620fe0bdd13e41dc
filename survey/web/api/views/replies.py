"""The reply to a closed wave: read and written."""

from dataclasses import asdict

from flask import abort

from survey.queries import replies as kept
from survey.queries import waves
from survey.services import replying
from survey.web.api.problems import Refused
from survey.web.api.shapes.problem import Fault
from survey.web.api.shapes.replies import Reply
from survey.web.programme.answers import by
from survey.web.service import service


def reply(number: int) -> Reply:
    """The reply to a wave."""
    with service().stores.company.read() as session:
        wave = waves.newest_numbered(session, number) or abort(404)
        return Reply(**asdict(kept.reply_to(session, wave.id) or abort(404)))


def write_reply(number: int, body: Reply) -> Reply:
    """Write the reply to a closed wave, or write it anew.

    It can be changed until the next wave has opened with it.
    """
    told = replying.tidy(body.heard, body.done, body.not_done)
    faults = [Fault(pointer=f"/{one.text}", detail=one.wanted) for one in replying.faults_of(told)]
    if faults:
        raise Refused(422, "the reply cannot be kept", faults)
    with service().stores.company.write() as session:
        wave = waves.newest_numbered(session, number) or abort(404)
        replying.write_reply(session, wave=wave, reply=told, by=by())
    return Reply(**asdict(told))
