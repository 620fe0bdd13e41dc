"""Made per app: a blueprint of a module would refuse new guards after its first registration."""

from flask import Blueprint

from survey.web.front import metrics, views


def front_blueprint() -> Blueprint:
    blueprint = Blueprint("front", __name__)
    blueprint.add_url_rule("/", "page", views.page)
    blueprint.add_url_rule("/healthz", "alive", views.alive)
    blueprint.add_url_rule("/readyz", "ready", views.ready)
    blueprint.add_url_rule("/metrics", "metrics", metrics.metrics)
    return blueprint
