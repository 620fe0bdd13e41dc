"""What is published, for everybody who was asked, and all of it for HR and the CEO."""

from survey.web.results.blueprint import results_blueprint

__all__ = ["results_blueprint"]
