"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.slips import views


def slips_blueprint() -> Blueprint:
    blueprint = Blueprint("slips", __name__)
    blueprint.add_url_rule("/manage/slips", "page", views.page, methods=["GET"])
    blueprint.add_url_rule("/manage/slips/sheets", "sheets", views.sheets, methods=["POST"])
    return blueprint
