"""The environment of the vault store."""

from migrations.environment import run
from survey.models.vault import VaultTable

run(VaultTable.metadata)
