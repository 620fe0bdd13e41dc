"""The page of an alert, to which its mail leads: what it says, and the one note with which it is acknowledged."""

from survey.web.alerts.blueprint import alerts_blueprint

__all__ = ["alerts_blueprint"]
