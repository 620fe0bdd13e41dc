"""The company store: people, units, accounts, programme, waves, releases, work to do, audit log, files that wait."""

from survey.models.company import accounts, audit, history, people, programme, releases, waiting, waves, work
from survey.models.company.table import CompanyTable

__all__ = [
    "CompanyTable",
    "accounts",
    "audit",
    "history",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
