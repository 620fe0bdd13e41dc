"""The pages for employees, as they are, through a door behind which nothing is kept."""

from flask import g, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey.mail.opening import has_channel
from survey.services.coming import coming_wave
from survey.services.rights import Action
from survey.translations import LANGUAGES
from survey.web.guard import requires
from survey.web.language import language_name
from survey.web.layout import company_facts
from survey.web.preview.door import PreviewDoor
from survey.web.pulse import views as pulse
from survey.web.service import service


@requires(Action.RUN_PROGRAMME)
def index() -> ResponseReturnValue:
    here = service()
    with here.stores.company.read() as session:
        coming = coming_wave(session, now=here.clock())
    sent = request.args.get("sent", "")
    return render_template(
        "inside/preview/index.html",
        coming=coming,
        languages={code: language_name(code) for code in LANGUAGES},
        untranslated=[language_name(code) for code in LANGUAGES if code not in coming.questionnaire.words],
        sent=language_name(sent) if sent in LANGUAGES else "",
        leaves=has_channel(here.settings),
    )


@requires(Action.RUN_PROGRAMME)
def page(token: str) -> ResponseReturnValue:
    return pulse.page(PreviewDoor(token), token)


@requires(Action.RUN_PROGRAMME)
def answered(token: str) -> ResponseReturnValue:
    """The second visit."""
    return pulse.page(PreviewDoor(token, is_answered=True), token)


@requires(Action.RUN_PROGRAMME)
def send(token: str) -> ResponseReturnValue:
    return pulse.send(PreviewDoor(token), token)


@requires(Action.RUN_PROGRAMME)
def saved(token: str) -> ResponseReturnValue:
    return pulse.saved(PreviewDoor(token, is_answered=True), token)


@requires(Action.RUN_PROGRAMME)
def withdraw(token: str) -> ResponseReturnValue:
    return pulse.withdraw(PreviewDoor(token), token)


@requires(Action.RUN_PROGRAMME)
def withdrawn(token: str) -> ResponseReturnValue:
    return pulse.withdrawn(PreviewDoor(token), token)


@requires(Action.RUN_PROGRAMME)
def closed(token: str) -> ResponseReturnValue:
    """The same page as behind a link that is not open; here it is found."""
    found = make_response(pulse.closed(PreviewDoor(token)))
    found.status_code = 200
    return found


@requires(Action.RUN_PROGRAMME)
def reminders(token: str) -> ResponseReturnValue:
    return about_reminders("ask", token)


@requires(Action.RUN_PROGRAMME)
def stop(token: str) -> ResponseReturnValue:
    return redirect(url_for("preview.stopped", token=token), 303)


@requires(Action.RUN_PROGRAMME)
def stopped(token: str) -> ResponseReturnValue:
    return about_reminders("stopped", token)


def about_reminders(name: str, token: str) -> str:
    company, wish = company_facts(), request.args.get("lang")
    g.language = wish if wish in LANGUAGES else token
    return render_template(
        f"pulse/reminders_{name}.html",
        company=company.name if company else "",
        contact=company.contact if company else "",
        languages=LANGUAGES,
    )
