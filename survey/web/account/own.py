"""The own account: where one is signed in, and ending it."""

from datetime import datetime

from flask import abort, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from survey.services import sign_in
from survey.services.rights import Action
from survey.web import cookies
from survey.web.guard import requires
from survey.web.local_time import local
from survey.web.service import service
from survey.web.who import account


@requires(Action.USE_OWN_ACCOUNT)
def page() -> ResponseReturnValue:
    here, asking = service(), account()
    with here.stores.company.read() as store:
        running = sign_in.own_sessions(store, account_id=asking.account_id, now=here.clock(), limits=here.limits)
    rows = [
        {
            "number": one.token_hash.hex(),
            "begun": local(one.begun_at),
            "seen": local(one.seen_at),
            "is_this": one.token_hash == asking.session_hash,
        }
        for one in running
    ]
    return render_template("inside/account.html", rows=rows, limits=here.settings)


@requires(Action.USE_OWN_ACCOUNT)
def sign_out() -> ResponseReturnValue:
    _end(account().session_hash, service().clock())
    return _gone()


@requires(Action.USE_OWN_ACCOUNT)
def end_session() -> ResponseReturnValue:
    try:
        wanted = bytes.fromhex(request.form.get("number", ""))
    except ValueError:
        abort(400)
    _end(wanted, service().clock())
    return _gone() if wanted == account().session_hash else redirect(url_for("account.own"), 303)


@requires(Action.USE_OWN_ACCOUNT)
def end_all() -> ResponseReturnValue:
    here, asking = service(), account()
    with here.stores.company.write() as store:
        sign_in.end_all_sessions(store, account_id=asking.account_id, now=here.clock(), by=asking.account_id)
    return _gone()


def _end(session_hash: bytes, now: datetime) -> None:
    with service().stores.company.write() as store:
        sign_in.end_session(store, account_id=account().account_id, session_hash=session_hash, now=now)


def _gone() -> ResponseReturnValue:
    session.clear()
    response = make_response(redirect(url_for("account.signed_out" if service().provider else "account.sign_in"), 303))
    cookies.forget_session(response)
    # Not "cookies", which would take those of other services of the same company.
    response.headers["Clear-Site-Data"] = '"cache", "storage"'
    return response
