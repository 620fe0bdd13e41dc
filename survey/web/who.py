"""Who asks: looked up once in a request."""

from flask import g, request

from survey.services import api_tokens, sign_in
from survey.services.sign_in import SignedIn
from survey.web import cookies
from survey.web.service import service

API = "/api/"


def who() -> SignedIn | None:
    """Who is signed in, if somebody is."""
    if "who" not in g:
        g.who = _look_up()
    found: SignedIn | None = g.who
    return found


def account() -> SignedIn:
    """The same, where the guard has let nobody else in."""
    found = who()
    if found is None:
        raise RuntimeError("a page for people who are signed in was reached by somebody who is not")
    return found


def is_for_programs() -> bool:
    """There a token in the header counts and no cookie; everywhere else it is the other way round."""
    return request.path.startswith(API)


def _look_up() -> SignedIn | None:
    return _program() if is_for_programs() else _browser()


def _program() -> SignedIn | None:
    given = request.authorization
    if given is None or given.type != "bearer" or not given.token:
        return None
    here = service()
    now = here.clock()
    with here.stores.company.read() as session:
        holder = api_tokens.holder_of(session, given.token, now=now)
        found = None if holder is None else api_tokens.signed_in_by(session, holder)
    if holder is not None and not api_tokens.was_used_today(holder, now=now):
        with here.stores.company.write() as session:
            api_tokens.mark_used(session, holder, now=now)
    return found


def _browser() -> SignedIn | None:
    token = cookies.read(cookies.SESSION)
    if not token:
        return None
    here = service()
    now = here.clock()
    with here.stores.company.read() as session:
        found = sign_in.signed_in(session, token=token, now=now, limits=here.limits)
    if found and found.is_stale:
        with here.stores.company.write() as session:
            sign_in.refresh(session, session_hash=found.session_hash, now=now)
    return found
