"""How often somebody may try: counted for a minute in the memory of each process, and written nowhere.

What opens something is never counted under a link: twenty thousand people may answer within minutes from behind one
address. What opens nothing is; beyond the limit it is answered shortly, and a link that is right still opens, so that
nobody in an office can keep the others from answering. Guessing is hopeless by the length of the links alone.
"""

import math
import time
from ipaddress import ip_address, ip_network

from flask import Flask, Response, current_app, make_response, render_template, request
from limits import RateLimitItemPerMinute
from limits.storage import MemoryStorage
from limits.strategies import FixedWindowRateLimiter
from werkzeug.exceptions import TooManyRequests

from survey.services.tokens import hash_of
from survey.web.api.problems import problem
from survey.web.layout import company_facts
from survey.web.who import is_for_programs

WRONG = {"pulse": 404, "reminders": 404, "account.consume": 422, "api": 401}
"""By blueprint or endpoint: the status that says that a link or a token opens nothing."""
TOO_MANY = 429
EXTENSION = "aloft_limits"
MOST_WRONG = RateLimitItemPerMinute(600, namespace="wrong")
MOST_ASKED = RateLimitItemPerMinute(300, namespace="asked")
MOST_CALLED = RateLimitItemPerMinute(600, namespace="called")
ONE_LINE_OF_IPV6 = 64
"""Bits that a provider gives to one customer, who may choose all the others."""


def init_limits(app: Flask) -> None:
    """Before the guard, which looks things up; what is answered then gets the headers of every answer."""
    app.extensions[EXTENSION] = FixedWindowRateLimiter(MemoryStorage())
    app.before_request(count_asking)
    app.after_request(count_wrong)


def count_asking() -> None:
    """Mails that are asked for, by address; what a program calls, by its token."""
    if request.endpoint == "account.ask":
        _count(MOST_ASKED, who_asks())
    elif is_for_programs() and request.authorization is not None and request.authorization.token:
        _count(MOST_CALLED, hash_of(request.authorization.token).hex())


def count_wrong(response: Response) -> Response:
    wrong = WRONG.get(request.endpoint or "") or WRONG.get(request.blueprint or "")
    if response.status_code != wrong or _limiter().hit(MOST_WRONG, who_asks()):
        return response
    short = _shortly(_seconds(MOST_WRONG, who_asks()))
    short.headers.extend((name, value) for name, value in response.headers if name not in short.headers)
    return short


def who_asks() -> str:
    """The address; of the longer kind the part that is one customer's."""
    try:
        address = ip_address(request.remote_addr or "")
    except ValueError:
        return ""
    if address.version == 4:
        return str(address)
    return str(ip_network((address, ONE_LINE_OF_IPV6), strict=False))


def _shortly(seconds: int) -> Response:
    if is_for_programs():
        return problem(TOO_MANY, headers=[("Retry-After", str(seconds))])
    facts = company_facts()
    company = facts.name if facts else ""
    page = make_response(render_template("pulse/too_many.html", company=company, languages=()), TOO_MANY)
    page.headers["Retry-After"] = str(seconds)
    return page


def _count(most: RateLimitItemPerMinute, key: str) -> None:
    if not _limiter().hit(most, key):
        raise TooManyRequests(retry_after=_seconds(most, key))


def _seconds(most: RateLimitItemPerMinute, key: str) -> int:
    return max(1, math.ceil(_limiter().get_window_stats(most, key).reset_time - time.time()))


def _limiter() -> FixedWindowRateLimiter:
    found: FixedWindowRateLimiter = current_app.extensions[EXTENSION]
    return found
