"""What the first run on a machine has to say for itself."""

from importlib.util import find_spec
from pathlib import Path

import click


def announce_first_run() -> None:
    """Say on stderr that the engine will be compiled, unless compiled code lies beside it already."""
    spec = find_spec("analysis.drift")
    places = [] if spec is None or spec.submodule_search_locations is None else spec.submodule_search_locations
    if not any(next(Path(place).glob("__pycache__/judge.*.nbi"), None) for place in places):
        click.echo("The first run on a machine compiles the engine, which takes about half a minute …", err=True)
