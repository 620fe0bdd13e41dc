"""The company store: people, accounts, programme, waves, releases, alerts, moments, work, audit log, waiting files."""

from survey.models.company import (
    accounts,
    alerts,
    audit,
    history,
    moments,
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
    "moments",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
