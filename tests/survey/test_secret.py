"""One secret, from the environment or its file, long enough to be one."""

from pathlib import Path

import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.secret import NoSecret, make_secret, read_secret


def test_a_secret_is_made_once_for_its_owner_alone(tmp_path: Path) -> None:
    file = tmp_path / "new" / "secret"

    assert make_secret(file)
    made = file.read_bytes()
    assert not make_secret(file)
    assert file.read_bytes() == made
    assert file.stat().st_mode & 0o777 == 0o600
    assert read_secret(Settings(secret_file=file)) == made.strip()


def test_the_environment_comes_first(tmp_path: Path) -> None:
    assert read_secret(Settings(secret_file=tmp_path / "none", secret_key=SecretStr("k" * 32))) == b"k" * 32


def test_a_short_secret_is_refused_and_not_repeated(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("guess me\n")
    for settings in (Settings(secret_file=tmp_path / "secret"), Settings(secret_key=SecretStr("guess me"))):
        with pytest.raises(NoSecret, match="got a secret of 8 characters; wanted at least 32") as told:
            read_secret(settings)
        assert "guess" not in str(told.value)
