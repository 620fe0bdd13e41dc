"""For a production server: `gunicorn 'survey.wsgi:make_app()'`."""

from flask import Flask

from survey.app import create_app
from survey.config import Settings
from survey.db import open_stores


def make_app() -> Flask:
    """The web service as the environment describes it."""
    settings = Settings()
    return create_app(settings, open_stores(settings))
