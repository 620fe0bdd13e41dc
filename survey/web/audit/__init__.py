"""The audit log, for admin and works council."""

from survey.web.audit.blueprint import audit_blueprint

__all__ = ["audit_blueprint"]
