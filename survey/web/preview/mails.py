"""Mails to be looked at, and one to be sent to oneself."""

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey.mail.letter import Letter
from survey.services.chat.opening import is_any_set
from survey.services.rights import Action
from survey.services.trial import Place, example_letter, queue_trial
from survey.translations import LANGUAGES
from survey.web.guard import requires
from survey.web.language import language_name
from survey.web.service import service
from survey.web.who import account

KINDS = {"invitation": "Invitation", "reminder": "Reminder", "sign_in": "Link for signing in"}
# A mail carries its styles in its elements, as mail programs want it. It stands in a frame of its own, without scripts,
# and leads out of it where somebody follows a link.
OF_MAIL = (
    "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'; "
    "sandbox allow-top-navigation-by-user-activation"
)
WITH_FRAME = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; frame-src 'self'; "
    "form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)


@requires(Action.RUN_PROGRAMME)
def page(token: str, kind: str) -> ResponseReturnValue:
    text = render_template(
        "inside/preview/mail.html",
        letter=written(token, kind),
        kind=kind,
        kinds=KINDS,
        token=token,
        languages={code: language_name(code) for code in LANGUAGES},
        sender=service().settings.mail_from,
        in_chats=is_any_set(service().settings),
    )
    return text, {"Content-Security-Policy": WITH_FRAME}


@requires(Action.RUN_PROGRAMME)
def letter(token: str, kind: str) -> ResponseReturnValue:
    """The mail as mail programs get it, in a frame."""
    html = written(token, kind).html.replace("<head>", '<head><base target="_top">', 1)
    return Response(html, headers={"Content-Security-Policy": OF_MAIL, "X-Frame-Options": "SAMEORIGIN"})


@requires(Action.RUN_PROGRAMME)
def trial() -> ResponseReturnValue:
    """The worker sends it; an unknown language is none of ours."""
    here, language = service(), request.form.get("language", "")
    if language not in LANGUAGES:
        return redirect(url_for("preview.index"), 303)
    with here.stores.company.write() as session:
        queue_trial(session, account=account().account_id, language=language, now=here.clock())
    return redirect(url_for("preview.index", sent=language), 303)


def written(token: str, kind: str) -> Letter:
    here = service()
    with here.stores.company.read() as session:
        place = Place(here.settings.base_url.rstrip("/"), token)
        return example_letter(session, kind, place, now=here.clock())
