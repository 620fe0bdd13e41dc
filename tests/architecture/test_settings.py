"""Every setting stands in the reference as it is, with its default."""

import re
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from survey.config import Settings


def shown(default: Any) -> str:
    plain = default.get_secret_value() if isinstance(default, SecretStr) else default
    if plain is None or plain == "":
        return "none"
    return f"`{str(plain).lower() if isinstance(plain, bool) else plain}`"


@pytest.fixture(scope="module")
def documented(root: Path) -> dict[str, tuple[str, str]]:
    rows = re.findall(
        r"^\| `ALOFT_(\w+)` \| (.+) \| (.+) \|$", (root / "docs/reference/settings.md").read_text("utf-8"), re.MULTILINE
    )
    return {name.lower(): (meaning, default) for name, meaning, default in rows}


def test_every_setting_is_documented_with_its_default(documented: dict[str, tuple[str, str]]) -> None:
    wanted = {name: (field.description, shown(field.default)) for name, field in Settings.model_fields.items()}

    assert len(wanted) > 10
    assert documented == wanted
