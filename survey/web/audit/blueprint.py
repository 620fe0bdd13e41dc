"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.audit import views


def audit_blueprint() -> Blueprint:
    blueprint = Blueprint("audit", __name__)
    blueprint.add_url_rule("/manage/audit", "page", views.page)
    return blueprint
