"""The pages on which HR runs the programme: waves, plan, calendar, replies."""

from survey.web.programme.blueprint import programme_blueprint

__all__ = ["programme_blueprint"]
