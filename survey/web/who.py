"""Who asks: looked up once in a request."""

from flask import g

from survey.services import sign_in
from survey.services.sign_in import SignedIn
from survey.web import cookies
from survey.web.service import service


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


def _look_up() -> SignedIn | None:
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
