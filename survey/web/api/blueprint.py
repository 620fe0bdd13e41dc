"""The routes of the API, made per app from the one table of operations."""

from flask import Blueprint, Flask, jsonify
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from survey.web.api.calling import as_view
from survey.web.api.document import document
from survey.web.api.operation import BASE
from survey.web.api.operations import OPERATIONS
from survey.web.guard import public
from survey.web.service import service


def init_api(app: Flask, csrf: CSRFProtect) -> None:
    """No form token guards these: no browser sends the header with a token by itself."""
    blueprint = Blueprint("api", __name__, url_prefix=BASE)
    blueprint.add_url_rule("/openapi.json", "document", openapi)
    for one in OPERATIONS:
        blueprint.add_url_rule(one.path, one.name, as_view(one), methods=[one.method])
    app.register_blueprint(blueprint)
    csrf.exempt(blueprint)


@public
def openapi() -> ResponseReturnValue:
    return jsonify(document(service().settings.base_url.rstrip("/")))
