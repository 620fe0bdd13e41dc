"""The environment of the company store."""

from migrations.environment import run
from survey.models.company import CompanyTable

run(CompanyTable.metadata)
