"""The command `aloft`, as somebody at a terminal says it."""

import os

from click.testing import CliRunner, Result

from survey.cli import main


class Aloft:
    def __call__(self, *words: str) -> Result:
        before = os.umask(0o022)
        try:
            return CliRunner().invoke(main, words)
        finally:
            os.umask(before)
