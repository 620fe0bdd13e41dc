"""Made per app: a blueprint of a module would refuse new guards after its first registration.

The endpoints have the names of those they show, so that the links of the real templates stay within the preview.
"""

from typing import Any

from flask import Blueprint, request
from flask_wtf.csrf import generate_csrf
from markupsafe import Markup

from survey.translations import LANGUAGES
from survey.web.preview import mails, views

LANGUAGE = f"/manage/preview/<any({', '.join(LANGUAGES)}):token>"
NOTES = {
    "preview.saved": "Preview: nothing was stored.",
    "preview.withdrawn": "Preview: nothing was withdrawn.",
    "preview.stopped": "Preview: nobody’s reminders were stopped.",
}
NOTE = "Preview: nothing is stored."


def preview_blueprint() -> Blueprint:
    blueprint = Blueprint("preview", __name__)
    for path, name, view, method in (
        ("", "page", views.page, "GET"),
        ("", "send", views.send, "POST"),
        ("/saved", "saved", views.saved, "GET"),
        ("/answered", "answered", views.answered, "GET"),
        ("/withdraw", "withdraw", views.withdraw, "POST"),
        ("/withdrawn", "withdrawn", views.withdrawn, "GET"),
        ("/closed", "closed", views.closed, "GET"),
        ("/reminders", "reminders", views.reminders, "GET"),
        ("/reminders", "stop", views.stop, "POST"),
        ("/reminders/stopped", "stopped", views.stopped, "GET"),
        ("/mail/<any(invitation, reminder, sign_in):kind>", "mail", mails.page, "GET"),
        ("/mail/<any(invitation, reminder, sign_in):kind>.html", "letter", mails.letter, "GET"),
    ):
        blueprint.add_url_rule(LANGUAGE + path, name, view, methods=[method])
    blueprint.add_url_rule("/manage/preview", "index", views.index)
    blueprint.add_url_rule("/manage/preview/trial", "trial", mails.trial, methods=["POST"])
    blueprint.context_processor(marked)
    return blueprint


def marked() -> dict[str, Any]:
    """What the templates for employees have here alone: the word that it is a preview, and the token of a form."""
    field = Markup('<input type="hidden" name="csrf_token" value="{}">').format(generate_csrf())
    return {"preview_note": NOTES.get(request.endpoint or "", NOTE), "form_token": field}
