"""Sign-in by mail. What is said after asking is the same for every address."""

from collections.abc import Callable
from functools import wraps

from flask import Response, make_response, redirect, request, url_for
from flask.typing import ResponseReturnValue

from survey.services import sign_in
from survey.services.addresses import IllFormedAddress, normal_address
from survey.services.tokens import random_token
from survey.web import cookies
from survey.web.account.entering import enter
from survey.web.account.frame import shown
from survey.web.guard import public
from survey.web.service import service
from survey.web.who import who

NOT_USABLE = 422
SWITCHED_OFF = 403

View = Callable[..., ResponseReturnValue]


def where_mail_signs_in(view: View) -> View:
    """Refuse where the settings leave sign-in to the provider alone."""

    @wraps(view)
    def asked(**values: str) -> ResponseReturnValue:
        here = service()
        if here.settings.sign_in_by_mail or here.provider is None:
            return view(**values)
        return shown("no_links"), SWITCHED_OFF

    return asked


@public
def form() -> ResponseReturnValue:
    return redirect(url_for("front.page")) if who() else shown("sign_in")


@public
@where_mail_signs_in
def ask() -> ResponseReturnValue:
    typed = request.form.get("address", "")
    try:
        address = normal_address(typed)
    except IllFormedAddress:
        return shown("sign_in", typed=typed, is_wrong=True), NOT_USABLE
    browser = cookies.read(cookies.BROWSER) or random_token()
    here = service()
    with here.stores.company.write() as store:
        sign_in.ask_for_link(store, address=address, browser=browser, secret=here.secret, now=here.clock())
    response = _to("account.sent")
    cookies.keep_browser(response, browser)
    return response


@public
@where_mail_signs_in
def sent() -> ResponseReturnValue:
    return shown("sent")


@public
@where_mail_signs_in
def link(token: str) -> ResponseReturnValue:
    """Only a button: programs that look into mails follow links, and must not use one up."""
    return shown("link", token=token)


@public
@where_mail_signs_in
def consume(token: str) -> ResponseReturnValue:
    here, browser = service(), cookies.read(cookies.BROWSER) or ""
    with here.stores.company.write() as store:
        fresh = sign_in.consume(store, token=token, browser=browser, now=here.clock(), limits=here.limits)
    return (shown("not_opened"), NOT_USABLE) if fresh is None else enter(fresh)


def _to(endpoint: str) -> Response:
    return make_response(redirect(url_for(endpoint), 303))
