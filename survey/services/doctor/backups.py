"""Whether there is a backup, and how old it is."""

from datetime import UTC, datetime, timedelta

from survey.config import Settings
from survey.services.backup.folder import backups_in, moment_of
from survey.services.doctor.finding import Finding, fine, warning

OLD = timedelta(days=8)


def backups(settings: Settings) -> Finding:
    folder = settings.backup_folder
    if folder is None:
        return warning("No folder for backups is set.", mend="set ALOFT_BACKUP_FOLDER and run aloft backup every night")
    found = backups_in(folder) if folder.is_dir() else []
    moment = moment_of(found[-1]) if found else None
    if moment is None:
        return warning(f"There is no backup in {folder}.", mend="aloft backup, every night")
    if moment < datetime.now(UTC) - OLD:
        return warning(f"The newest backup is of {moment:%d %B %Y}.", mend="aloft backup, every night")
    return fine(f"The newest backup is of {moment:%d %B %Y}.")
