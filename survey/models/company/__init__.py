"""The company store: people, programme, waves, releases, alerts, moments, comments, work, audit log, waiting files."""

from survey.models.company import (
    accounts,
    alerts,
    audit,
    comments,
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
    "comments",
    "history",
    "moments",
    "people",
    "programme",
    "releases",
    "waiting",
    "waves",
    "work",
]
