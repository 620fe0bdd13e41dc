"""For a production server: `gunicorn 'survey.wsgi:make_app()'`."""

import gc

from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores
from survey.web.warming import warm

FEW_PAGES = 50_000
"""New objects that make the collector look through them."""


def make_app() -> Flask:
    """The web service as the environment describes it."""
    settings = Settings()
    app = create_app(settings, open_stores(settings))
    warm(app)
    spare_the_collector()
    return app


def spare_the_collector() -> None:
    """What is loaded by now stays to the end: a collection that looks at all of it takes longer than a page.

    A page makes some ten thousand values and hardly a cycle, so that a collection every few pages is enough.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(FEW_PAGES)
