"""Sign-in by mail. What is said after asking is the same for every address."""

from flask import Response, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue

from survey.services import sign_in
from survey.services.addresses import IllFormedAddress, normal_address
from survey.services.tokens import random_token
from survey.web import cookies
from survey.web.guard import WANTED, public
from survey.web.service import service
from survey.web.who import who

NOT_USABLE = 422


@public
def form() -> ResponseReturnValue:
    return redirect(url_for("front.page")) if who() else render_template("inside/sign_in.html")


@public
def ask() -> ResponseReturnValue:
    typed = request.form.get("address", "")
    try:
        address = normal_address(typed)
    except IllFormedAddress as fault:
        return render_template("inside/sign_in.html", typed=typed, fault=str(fault)), NOT_USABLE
    browser = cookies.read(cookies.BROWSER) or random_token()
    here = service()
    with here.stores.company.write() as store:
        sign_in.ask_for_link(store, address=address, browser=browser, secret=here.secret, now=here.clock())
    response = _to("account.sent")
    cookies.keep_browser(response, browser)
    return response


@public
def sent() -> ResponseReturnValue:
    return render_template("inside/sent.html")


@public
def link(token: str) -> ResponseReturnValue:
    """Only a button: programs that look into mails follow links, and must not use one up."""
    return render_template("inside/link.html", token=token)


@public
def consume(token: str) -> ResponseReturnValue:
    here, before = service(), who()
    now, browser = here.clock(), cookies.read(cookies.BROWSER) or ""
    with here.stores.company.write() as store:
        fresh = sign_in.consume(store, token=token, browser=browser, now=now)
        if fresh is not None and before is not None:
            sign_in.end_session(store, account_id=before.account_id, session_hash=before.session_hash, now=now)
    if fresh is None:
        return render_template("inside/not_opened.html"), NOT_USABLE
    # Nothing of the time before remains: the form cookie, too, begins anew.
    wanted = str(session.get(WANTED, "")) or url_for("front.page")
    session.clear()
    response = make_response(redirect(wanted, 303))
    cookies.keep_session(response, fresh)
    return response


def _to(endpoint: str) -> Response:
    return make_response(redirect(url_for(endpoint), 303))
