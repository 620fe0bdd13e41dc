"""An alert in words, in the language of whoever reads it; seeing it changes nothing, acknowledging does, once."""

from flask import abort, flash, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup, escape

from survey.errors import NotPossible
from survey.mail.writing.alert_page import said_of_acknowledging
from survey.mail.writing.sheet import STRONG
from survey.queries import alerts
from survey.services import alerting
from survey.services.alerting.page import alert_page
from survey.services.programme import By
from survey.services.rights import Action
from survey.translations import LANGUAGES, SOURCE_LANGUAGE
from survey.web.guard import requires
from survey.web.service import service
from survey.web.who import account

NOT_POSSIBLE = 422


@requires(Action.SEE_BRIEF)
def page(number: int) -> ResponseReturnValue:
    return _shown(number)


@requires(Action.SEE_BRIEF)
def acknowledge(number: int) -> ResponseReturnValue:
    note = request.form.get("note", "")
    by = By(account().account_id, service().clock())
    try:
        with service().stores.company.write() as session:
            alerting.acknowledge(session, alerts.find(session, number) or abort(404), note=note, by=by)
    except NotPossible as fault:
        return _shown(number, note=note, fault=str(fault)), NOT_POSSIBLE
    flash(said_of_acknowledging(_language()))
    return redirect(url_for("alerts.page", number=number), 303)


def strong(words: str) -> Markup:
    """Words between the two signs are seen first."""
    return Markup(str(escape(words)).replace(STRONG[0], "<strong>").replace(STRONG[1], "</strong>"))  # noqa: S704 -- escaped


def _shown(number: int, *, note: str = "", fault: str = "") -> str:
    g.language = _language()
    base_url = service().settings.base_url.rstrip("/")
    with service().stores.company.read() as session:
        found = alert_page(session, number, language=g.language, base_url=base_url) or abort(404)
    return render_template("inside/alerts/page.html", page=found, note=note, fault=fault)


def _language() -> str:
    """Of the account, as far as the pages know it."""
    wish = account().language
    return wish if wish in LANGUAGES else SOURCE_LANGUAGE
