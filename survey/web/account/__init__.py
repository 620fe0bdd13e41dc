"""Sign in, sign out, and the own account."""

from survey.web.account.blueprint import account_blueprint

__all__ = ["account_blueprint"]
