"""From signed out to signed in: what both ways in have in common."""

import re

from flask import make_response, redirect, session, url_for
from flask.typing import ResponseReturnValue

from survey.services.sign_in import end_session
from survey.web import cookies
from survey.web.guard import WANTED
from survey.web.service import service
from survey.web.who import who

PAGE_OF_OURS = re.compile(r"/(?![/\\])[^\x00-\x1f\x7f]*")
"""Browsers read two strokes, either way round, as the beginning of another host."""


def enter(fresh: str) -> ResponseReturnValue:
    """Sign this browser in. Nothing of the time before remains: the form cookie, too, begins anew."""
    before, here = who(), service()
    if before is not None:
        with here.stores.company.write() as store:
            end_session(store, account_id=before.account_id, session_hash=before.session_hash, now=here.clock())
    wanted = str(session.get(WANTED, ""))
    session.clear()
    response = make_response(redirect(wanted if PAGE_OF_OURS.fullmatch(wanted) else url_for("front.page"), 303))
    cookies.keep_session(response, fresh)
    return response
