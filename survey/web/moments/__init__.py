"""The timeline: what happened in the company, by day."""

from survey.web.moments.blueprint import moments_blueprint

__all__ = ["moments_blueprint"]
