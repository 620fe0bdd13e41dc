"""The one secret of an installation, from which every key that is not an epoch's is made."""

import os
import secrets
from pathlib import Path

from survey.config import Settings
from survey.errors import AloftError

SHORTEST = 32


class NoSecret(AloftError):
    """There is no secret, or one that can be guessed."""


def read_secret(settings: Settings) -> bytes:
    """`ALOFT_SECRET_KEY`, or else what the secret file holds."""
    if settings.secret_key is not None:
        return _long_enough(settings.secret_key.get_secret_value(), "ALOFT_SECRET_KEY")
    try:
        text = settings.secret_file.read_text("utf-8").strip()
    except OSError as error:
        raise NoSecret(
            f"{settings.secret_file}: got {error.strerror}; wanted the secret file, which `aloft init` makes"
        ) from error
    return _long_enough(text, str(settings.secret_file))


def make_secret(file: Path) -> bool:
    """Make the secret file, readable by its owner alone; whether there was none."""
    file.parent.mkdir(parents=True, exist_ok=True)
    try:
        number = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return False
    with os.fdopen(number, "w", encoding="utf-8") as opened:
        opened.write(secrets.token_urlsafe(48) + "\n")
    return True


def _long_enough(text: str, where: str) -> bytes:
    if len(text) < SHORTEST:
        raise NoSecret(f"{where}: got a secret of {len(text)} characters; wanted at least {SHORTEST}")
    return text.encode("utf-8")
