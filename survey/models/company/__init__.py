"""The company store: people, programme, waves, releases, alerts, moments, comments, work, audit log, files, tokens."""

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
    tokens,
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
    "tokens",
    "waiting",
    "waves",
    "work",
]
