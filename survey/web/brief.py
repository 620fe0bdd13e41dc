"""What the brief gets from the service around it: its numbers, its readers, their language, the pages it leads to."""

from flask import Flask

from dashboards.assets import address_of
from dashboards.board.brief import brief_blueprint
from dashboards.board.host import Host
from survey.services.rights import Action
from survey.web.board import link, source
from survey.web.guard import requires
from survey.web.speaking import speak


def init_brief(app: Flask) -> None:
    around = Host("inside/page.html", address_of, link)
    app.register_blueprint(brief_blueprint(source, requires(Action.SEE_BRIEF), speak, around=around))
