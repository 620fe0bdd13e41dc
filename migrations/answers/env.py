"""The environment of the answers store."""

from migrations.environment import run
from survey.models.answers import AnswersTable

run(AnswersTable.metadata)
