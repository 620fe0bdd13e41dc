"""The company store: people, accounts, programme, waves, releases, alerts, work to do, audit log, files that wait."""

from survey.models.company import (
    accounts,
    alerts,
    audit,
    history,
    people,
    programme,
    releases,
    waiting,
    waves,
    work,
)
from survey.models.company.table import CompanyTable

__all__ = [
    "CompanyTable",
    "accounts",
    "alerts",
    "audit",
    "history",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
