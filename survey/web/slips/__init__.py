"""Links on paper for people whom no mail reaches."""

from survey.web.slips.blueprint import slips_blueprint

__all__ = ["slips_blueprint"]
