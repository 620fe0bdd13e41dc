"""What the first visit to each page would wait for: a second of work, done before anybody comes."""

from datetime import date
from importlib import import_module

from flask import Flask

from survey.scheduling.dates import holiday_on

COMPUTING = ("analysis.motion", "analysis.participation", "analysis.trend")
"""What pages of results compute with, none of which loads SciPy."""
OF_OTHERS = ("base/", "bootstrap")
"""Templates of Bootstrap-Flask, of which a page loads the few it uses."""


def warm(app: Flask) -> None:
    """Compile the templates and load what pages compute with. It reads no store: that may not be there yet."""
    for name in app.jinja_env.list_templates():
        if not name.startswith(OF_OTHERS):
            app.jinja_env.get_template(name)
    for name in COMPUTING:
        import_module(name)
    # The first country loads what all share; its holidays are kept and harm nobody.
    holiday_on(("DE",), date(2026, 1, 1))
