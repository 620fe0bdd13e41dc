"""The company store: people, units, accounts, programme, waves, work to do, audit log."""

from survey.models.company import accounts, audit, people, programme, waves, work
from survey.models.company.table import CompanyTable

__all__ = ["CompanyTable", "accounts", "audit", "people", "programme", "waves", "work"]
