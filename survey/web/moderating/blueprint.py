"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.moderating import views

AT = "/manage/waves/<int:number>/comments"
PAGES = (
    (AT, "page", views.page, "GET"),
    (AT, "keep", views.keep, "POST"),
    (f"{AT}/publish", "publish", views.publish, "POST"),
)


def moderation_blueprint() -> Blueprint:
    blueprint = Blueprint("moderation", __name__)
    for rule, name, view, method in PAGES:
        blueprint.add_url_rule(rule, name, view, methods=[method])
    return blueprint
