"""The front door: where people are led to, and what tells other programs that the service is up."""

from survey.web.front.blueprint import front_blueprint

__all__ = ["front_blueprint"]
