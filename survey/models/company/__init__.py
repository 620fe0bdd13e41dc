"""The company store: people, units, accounts, programme, waves, releases, comments, work to do, audit log, files."""

from survey.models.company import accounts, audit, comments, history, people, programme, releases, waiting, waves, work
from survey.models.company.table import CompanyTable

__all__ = [
    "CompanyTable",
    "accounts",
    "audit",
    "comments",
    "history",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
