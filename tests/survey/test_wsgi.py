"""What a production server calls."""

import pytest

from survey.config import Settings
from survey.wsgi import make_app


def test_the_environment_makes_the_service(sqlite_settings: Settings, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("database_url", "answers_url", "vault_url"):
        monkeypatch.setenv(f"ALOFT_{name.upper()}", getattr(sqlite_settings, name))
    monkeypatch.setenv("ALOFT_SECRET_KEY", "k" * 32)
    app = make_app()

    assert app.test_client().get("/readyz").text == "ready\n"
    app.extensions["aloft"].stores.dispose()
