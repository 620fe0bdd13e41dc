"""One function per page: open the link, or say that it is not open; then show, send or withdraw."""

import re
from collections.abc import Mapping

from flask import abort, g, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from survey.questionnaires.questionnaire import Item
from survey.services.answering.pulse import Pulse
from survey.translations import LANGUAGES
from survey.web.origin import is_from_elsewhere
from survey.web.pulse.door import Door, NotSaved
from survey.web.pulse.form import LONGEST_COMMENT, Fault, comment_of, numbered, read_form

NOT_OPEN = 404
NOT_USABLE = 422
NOT_NOW = 503
REDRAW = "redraw"
"""A field of forms that ask for the page in another language, with what was entered, and save nothing."""
REFUSED = {"pulse.send": "send", "pulse.withdraw": "withdraw"}
"""What a form wanted that came to a link which is not open."""


def page(door: Door, token: str) -> ResponseReturnValue:
    pulse = door.open(token, wished_language())
    if pulse is None:
        return closed(door)
    return questions(pulse, token, {}, ())


def broken(door: Door) -> ResponseReturnValue:
    return page(door, "")


def send(door: Door, token: str) -> ResponseReturnValue:
    refuse_other_sites()
    pulse = door.open(token, wished_language())
    if pulse is None:
        return closed(door)
    if REDRAW in request.form:
        return questions(pulse, token, request.form, ())
    form = read_form(pulse.items, request.form)
    if form.faults:
        return questions(pulse, token, request.form, form.faults), NOT_USABLE
    try:
        is_saved = door.send(token, form.sent)
    except NotSaved:
        return questions(pulse, token, request.form, (Fault("not_saved"),)), NOT_NOW
    if not is_saved:
        return closed(door)
    return redirect(url_for(".saved", token=token, lang=wished_language()), 303)


def saved(door: Door, token: str) -> ResponseReturnValue:
    pulse = door.open(token, wished_language())
    if pulse is None:
        return closed(door)
    if not pulse.is_answered:
        return redirect(url_for(".page", token=token, lang=wished_language()), 303)
    return shown("saved", pulse, token=token)


def withdraw(door: Door, token: str) -> ResponseReturnValue:
    refuse_other_sites()
    if door.open(token, wished_language()) is None:
        return closed(door)
    # Whether there was something to withdraw or not (a second tap), afterwards there is nothing, and that page says so.
    door.withdraw(token)
    return redirect(url_for(".withdrawn", token=token, lang=wished_language()), 303)


def withdrawn(door: Door, token: str) -> ResponseReturnValue:
    pulse = door.open(token, wished_language())
    if pulse is None:
        return closed(door)
    if pulse.is_answered:
        return redirect(url_for(".saved", token=token, lang=wished_language()), 303)
    return shown("withdrawn", pulse, token=token)


def method(door: Door) -> ResponseReturnValue:
    about = door.method(wished_language())
    g.language = about.language
    return render_template(
        "pulse/method.html", about=about, company=about.company, languages=about.questionnaire.languages
    )


def closed(door: Door) -> ResponseReturnValue:
    """The same page and status whatever the reason, so that nobody learns from it which links exist."""
    about = door.closed_page()
    wish = wished_language()
    g.language = wish if wish in LANGUAGES else about.language
    return (
        render_template(
            "pulse/closed.html",
            about=about,
            company=about.company,
            languages=LANGUAGES,
            refused=REFUSED.get(request.endpoint or ""),
        ),
        NOT_OPEN,
    )


def questions(pulse: Pulse, token: str, entered: Mapping[str, str], faults: tuple[Fault, ...]) -> str:
    return shown(
        "page",
        pulse,
        token=token,
        questions=numbered(pulse.items),
        comment=comment_of(pulse.items),
        longest_comment=LONGEST_COMMENT,
        entered=entered,
        faults=faults,
    )


def shown(name: str, pulse: Pulse, **values: object) -> str:
    g.language = pulse.language
    languages = languages_of(pulse.items)
    return render_template(f"pulse/{name}.html", pulse=pulse, company=pulse.company, languages=languages, **values)


def languages_of(items: tuple[Item, ...]) -> list[str]:
    """The languages in which every question can be read."""
    return [code for code in items[0].text if all(code in item.text for item in items)] if items else []


def wished_language() -> str | None:
    wish = request.args.get("lang", "")
    return wish if re.fullmatch(r"[a-z]{2,3}(-[A-Za-z]{2,4})?", wish) else None


def refuse_other_sites() -> None:
    """Refuse a form that another site sends on somebody's behalf.

    There is no session and no cookie here that such a site could ride on: the token alone is the authority, and whoever
    knows it needs no trick. So this is a second bolt, and it does without a secret in the page.
    """
    if is_from_elsewhere(is_null_ours=True):
        abort(403)
