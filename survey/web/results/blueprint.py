"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.results import exports, release, views
from survey.web.results.words import FILTERS

NUMBER = "<int:number>"
ONE_UNIT = "<int:unit>"
PAGES = (
    ("/results", "newest", views.newest),
    (f"/results/{NUMBER}", "wave", views.wave),
    (f"/results/{NUMBER}/units/{ONE_UNIT}", "unit", views.unit),
    (f"/manage/waves/{NUMBER}/release", "release", release.page),
    (f"/manage/waves/{NUMBER}/release/bands", "bands", release.bands),
    (f"/manage/waves/{NUMBER}/release/questions", "questions", release.questions),
    (f"/manage/waves/{NUMBER}/release.csv", "as_csv", exports.as_csv),
    (f"/manage/waves/{NUMBER}/release.xlsx", "as_xlsx", exports.as_xlsx),
    (f"/manage/waves/{NUMBER}/release.json", "as_json", exports.as_json),
)


def results_blueprint() -> Blueprint:
    blueprint = Blueprint("results", __name__)
    for rule, name, view in PAGES:
        blueprint.add_url_rule(rule, name, view)
    for name, written in FILTERS.items():
        blueprint.add_app_template_filter(written, name)
    return blueprint
