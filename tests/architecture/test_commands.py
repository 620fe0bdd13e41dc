"""Every command and option stands in the reference, and nothing there is made up."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from survey.cli import main


def commands(group: click.Group, words: str) -> Iterator[tuple[str, click.Command]]:
    for name, command in group.commands.items():
        if isinstance(command, click.Group):
            yield from commands(command, f"{words} {name}")
        else:
            yield f"{words} {name}", command


COMMANDS = dict(commands(main, "aloft"))


def options(command: click.Command) -> set[str]:
    return {name for parameter in command.params if isinstance(parameter, click.Option) for name in parameter.opts}


@pytest.fixture(scope="module")
def documented(root: Path) -> dict[str, set[str]]:
    """Options of each command that has a heading."""
    text = (root / "docs/reference/commands.md").read_text("utf-8")
    parts = re.split(r"^## `(aloft [a-z ]*[a-z])[^`]*`$", text, flags=re.MULTILINE)
    rows = {
        name: re.findall(r"^\| `(--[\w-]+)", body, re.MULTILINE)
        for name, body in zip(parts[1::2], parts[2::2], strict=True)
    }
    return {name: set(found) for name, found in rows.items()}


def test_every_command_is_documented(documented: dict[str, set[str]]) -> None:
    assert set(documented) == set(COMMANDS)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_is_documented(name: str, documented: dict[str, set[str]]) -> None:
    assert documented[name] == options(COMMANDS[name])


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does(name: str) -> None:
    assert COMMANDS[name].help
    assert all(option.help for option in COMMANDS[name].params if isinstance(option, click.Option))


def test_every_word_of_run_is_documented(root: Path) -> None:
    words = re.findall(r"^    (\w+)\) set_up|^    (\w+)\)$", (root / "run").read_text("utf-8"), re.MULTILINE)
    text = (root / "docs/reference/commands.md").read_text("utf-8")

    assert words
    assert not [word for word in map("".join, words) if f"| `{word}" not in text]
