"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.moments import views

ONE = "/manage/moments/<int:moment>"
PAGES = (
    ("/manage/moments", "page", views.page, "GET"),
    ("/manage/moments", "add", views.add, "POST"),
    (ONE, "edit", views.edit, "GET"),
    (ONE, "correct", views.correct, "POST"),
    (f"{ONE}/withdraw", "withdraw", views.withdraw, "POST"),
)


def moments_blueprint() -> Blueprint:
    blueprint = Blueprint("moments", __name__)
    for rule, name, view, method in PAGES:
        blueprint.add_url_rule(rule, name, view, methods=[method])
    return blueprint
