"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.alerts import views

ONE = "/alerts/<int:number>"


def alerts_blueprint() -> Blueprint:
    blueprint = Blueprint("alerts", __name__)
    blueprint.add_url_rule(ONE, "page", views.page)
    blueprint.add_url_rule(f"{ONE}/acknowledge", "acknowledge", views.acknowledge, methods=["POST"])
    blueprint.add_app_template_filter(views.strong, "strong")
    return blueprint
