"""What Slack sends when somebody presses a button: it is acknowledged and forgotten. Answers are given on our page."""

from flask import Blueprint, Flask, abort, jsonify, request
from flask.typing import ResponseReturnValue
from flask_wtf.csrf import CSRFProtect

from survey.services.chat.signature import is_from_slack
from survey.web.guard import public
from survey.web.service import service

NOT_SIGNED = 401


def init_slack(app: Flask, csrf: CSRFProtect) -> None:
    """No form token guards this: Slack signs what it sends, and nothing is changed by it."""
    blueprint = Blueprint("slack", __name__)
    blueprint.add_url_rule("/slack/events", "events", events, methods=["POST"])
    app.register_blueprint(blueprint)
    csrf.exempt(blueprint)


@public
def events() -> ResponseReturnValue:
    here = service()
    secret = here.settings.slack_signing_secret.get_secret_value()
    if not secret:
        abort(404)
    moment, mark = (request.headers.get(name, "") for name in ("X-Slack-Request-Timestamp", "X-Slack-Signature"))
    if not is_from_slack(secret, request.get_data(), moment=moment, mark=mark, now=here.clock()):
        return "", NOT_SIGNED
    return _acknowledged()


def _acknowledged() -> ResponseReturnValue:
    """When the address is entered, Slack sends a word that it wants back."""
    told = request.get_json(silent=True)
    if isinstance(told, dict) and told.get("type") == "url_verification":
        return jsonify(challenge=str(told.get("challenge", "")))
    return ""
