"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.services.provider.registration import AFTER, BACK
from survey.web.account import by_provider, own, signing_in
from survey.web.account.frame import speak_as_the_browser


def account_blueprint() -> Blueprint:
    blueprint = Blueprint("account", __name__)
    blueprint.before_request(speak_as_the_browser)
    for rule, name, view, method in (
        ("/sign-in", "sign_in", signing_in.form, "GET"),
        ("/sign-in", "ask", signing_in.ask, "POST"),
        ("/sign-in/sent", "sent", signing_in.sent, "GET"),
        ("/sign-in/provider", "begin", by_provider.begin, "GET"),
        (BACK, "back", by_provider.back, "GET"),
        (AFTER, "signed_out", by_provider.signed_out, "GET"),
        ("/sign-in/<token>", "link", signing_in.link, "GET"),
        ("/sign-in/<token>", "consume", signing_in.consume, "POST"),
        ("/sign-out", "sign_out", own.sign_out, "POST"),
        ("/account", "own", own.page, "GET"),
        ("/account/sessions/end", "end_session", own.end_session, "POST"),
        ("/account/sessions/end-all", "end_all", own.end_all, "POST"),
    ):
        blueprint.add_url_rule(rule, name, view, methods=[method])
    return blueprint
