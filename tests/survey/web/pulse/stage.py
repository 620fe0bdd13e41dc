"""The pages for employees in an app of their own, over a door that keeps everything in memory."""

from flask import Flask

from survey.web.headers import init_headers
from survey.web.language import init_language
from survey.web.pulse.blueprint import pulse_blueprint
from survey.web.pulse.door import Door
from tests.survey.web.pulse.pulses import LINK

PAGE = f"/pulse/{LINK}"


def app_over(door: Door) -> Flask:
    # The name leads to the templates and style sheets of the service.
    app = Flask("survey.web")
    init_headers(app, is_https=False)
    init_language(app)
    app.register_blueprint(pulse_blueprint(door))
    return app
