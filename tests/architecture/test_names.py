"""A module is named after its one idea."""

from pathlib import PurePosixPath

from tests.architecture.source import Source

SAY_NOTHING = {"utils", "util", "helpers", "helper", "common", "misc", "base", "manager", "managers", "types"}


def test_no_module_is_named_after_nothing(sources: list[Source]) -> None:
    parts = {part: source.name for source in sources for part in PurePosixPath(source.name).with_suffix("").parts}

    assert not SAY_NOTHING & set(parts), parts
