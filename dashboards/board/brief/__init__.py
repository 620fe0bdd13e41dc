"""The brief: one page that says whether the company holds, for the chief executive and for everybody who was asked."""

from dashboards.board.brief.blueprint import brief_blueprint
from dashboards.board.brief.page import Brief, brief_of

__all__ = ["Brief", "brief_blueprint", "brief_of"]
