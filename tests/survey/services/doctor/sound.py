"""A set-up without a fault, and what the doctor says of it."""

from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from survey.config import Settings
from survey.secret import make_secret
from survey.services.backup.folder import MANIFEST, name_of
from survey.services.doctor import Severity, examine


def sound(settings: Settings, **changed: Any) -> Settings:
    """A set-up without a fault, and then these settings."""
    make_secret(settings.secret_file)
    for address in (settings.database_url, settings.answers_url, settings.vault_url):
        if address.startswith("sqlite"):
            Path(address.removeprefix("sqlite:///")).chmod(0o600)
    good = {"base_url": "https://pulse.meridian.example", "mail_host": "smtp.meridian.example"}
    folder = settings.secret_file.parent / "backups"
    last = folder / name_of(datetime.now(UTC))
    last.mkdir(parents=True, exist_ok=True)
    (last / MANIFEST).touch()
    return settings.model_copy(update={"backup_folder": folder, **good, **changed})


def told(settings: Settings, severity: Severity) -> str:
    return "\n".join(f"{one.told} | {one.mend}" for one in examine(settings) if one.severity is severity)
