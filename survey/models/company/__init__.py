"""The company store: people, units, accounts, programme, waves, releases, moments, work, audit log, files that wait."""

from survey.models.company import accounts, audit, history, moments, people, programme, releases, waiting, waves, work
from survey.models.company.table import CompanyTable

__all__ = [
    "CompanyTable",
    "accounts",
    "audit",
    "history",
    "moments",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
