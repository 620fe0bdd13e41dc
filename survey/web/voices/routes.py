"""Addresses beside those of the other dashboards, under whose name they are known."""

from flask import Flask

from dashboards.marking import add_filters
from survey.web.voices import comments, pages

NUMBER = "<int:number>"
PAGES = (
    ("participation", pages.participation_page),
    ("instrument", pages.instrument_page),
    ("comments", comments.page),
)


def register_voices(app: Flask) -> None:
    """Without a number they are about the newest wave."""
    add_filters(app.jinja_env)
    for name, view in PAGES:
        endpoint = f"dashboards.{name}"
        app.add_url_rule(f"/dashboards/{name}", endpoint, view, defaults={"number": None})
        app.add_url_rule(f"/dashboards/{NUMBER}/{name}", endpoint, view)
    app.add_url_rule(f"/dashboards/{NUMBER}/comments.csv", "dashboards.comments_csv", comments.as_csv)
