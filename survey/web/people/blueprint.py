"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint
from werkzeug.exceptions import RequestEntityTooLarge

from survey.web.people import files, persons, views

BELOW = "/manage/people"


def people_blueprint() -> Blueprint:
    blueprint = Blueprint("people", __name__)
    for path, name, view, method in (
        ("", "page", views.page, "GET"),
        ("/template.csv", "template", views.template, "GET"),
        ("/file", "choose", files.choose, "POST"),
        ("/dry-run", "dry_run", files.dry_run, "GET"),
        ("/dry-run.csv", "changes", files.changes, "GET"),
        ("/columns", "columns", files.columns, "POST"),
        ("/apply", "apply", files.apply, "POST"),
        ("/discard", "discard", files.discard, "POST"),
        ("/stored", "stored", persons.stored, "POST"),
        ("/erase", "ask", persons.ask, "POST"),
        ("/erased", "erase", persons.erase, "POST"),
    ):
        blueprint.add_url_rule(BELOW + path, name, view, methods=[method])
    blueprint.register_error_handler(RequestEntityTooLarge, views.too_large)
    return blueprint
