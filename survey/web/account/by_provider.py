"""Sign-in through the identity provider: there, and back."""

import hmac
import logging

from flask import abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue

from survey.services.provider import Pending, Provider, ProviderFault
from survey.services.sign_in import Refusal, open_by_provider
from survey.web.account.entering import enter
from survey.web.account.frame import shown
from survey.web.guard import public
from survey.web.service import service
from survey.web.who import who

PENDING = "provider"
"""Where the form cookie keeps what the answer is compared with."""

NOT_USABLE = 422
NOT_LET_IN = 403
NOT_TO_BE_ASKED = 503
LONGEST_CODE = 4096

log = logging.getLogger(__name__)


@public
def begin() -> ResponseReturnValue:
    """Send the browser to the provider."""
    here, provider = service(), _provider()
    if who():
        return redirect(url_for("front.page"))
    pending = Pending.fresh(here.clock())
    try:
        address = provider.sign_in_address(pending)
    except ProviderFault as fault:
        return _at_fault(fault)
    session[PENDING] = pending.written()
    return redirect(address)


@public
def back() -> ResponseReturnValue:
    """Look at the provider's answer, once: a second visit finds nothing to compare it with."""
    here, provider = service(), _provider()
    pending = Pending.read(session.pop(PENDING, None), now=here.clock())
    state, code = request.args.get("state", ""), request.args.get("code", "")
    if pending is None or not hmac.compare_digest(state.encode(), pending.state.encode()):
        return shown("not_let_in", what="broken_off"), NOT_USABLE
    if not 0 < len(code) <= LONGEST_CODE:
        log.warning("The provider sent somebody back without a code")
        return shown("not_let_in", what="not_finished"), NOT_USABLE
    try:
        identity = provider.who_came_back(pending, code=code, issuer=request.args.get("iss"), now=here.clock())
    except ProviderFault as fault:
        return _at_fault(fault)
    with here.stores.company.write() as store:
        opened = open_by_provider(store, identity, now=here.clock(), limits=here.limits)
    return _refused(opened) if isinstance(opened, Refusal) else enter(opened)


@public
def signed_out() -> ResponseReturnValue:
    """The provider may have us signed in still; only there can that be ended."""
    if who():
        return redirect(url_for("front.page"))
    provider = service().provider
    there = provider.sign_out_address() if provider else None
    return shown("signed_out", there=there)


def _provider() -> Provider:
    found = service().provider
    if found is None:
        abort(404)
    return found


def _at_fault(fault: ProviderFault) -> ResponseReturnValue:
    log.error("Sign-in through the provider failed: %s", fault)
    return shown("not_let_in", what="at_fault"), NOT_TO_BE_ASKED


def _refused(why: Refusal) -> ResponseReturnValue:
    log.warning("Sign-in through the provider was refused: %s", why)
    return shown("not_let_in", what=why.name.lower()), NOT_LET_IN
