"""Files a command writes: all of them, or none."""

import os
import tempfile
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path

import click


def check_outputs(outputs: Sequence[Path], inputs: Sequence[Path]) -> None:
    """Refuse, before long work, what could not be written after it."""
    real = [path.resolve() for path in outputs]
    for path in outputs:
        if not path.resolve().parent.is_dir():
            raise click.UsageError(f"{path}: got a folder that does not exist; wanted one to write into")
    if len(set(real)) < len(real):
        raise click.UsageError(f"{outputs[0]}: got one file for two outputs; wanted two")
    if overwritten := set(real) & {path.resolve() for path in inputs}:
        raise click.UsageError(f"{overwritten.pop()}: got an input as output; wanted another file")


def write_all(texts: dict[Path, Iterable[str]]) -> None:
    """Write beside each file first, and put all in place once all are whole."""
    with ExitStack() as unfinished:
        written = {path: _write_beside(path, pieces, unfinished) for path, pieces in texts.items()}
        for path, beside in written.items():
            beside.replace(path)


def _write_beside(path: Path, pieces: Iterable[str], unfinished: ExitStack) -> Path:
    number, name = tempfile.mkstemp(dir=path.resolve().parent, prefix=f".{path.name}.")
    unfinished.callback(Path(name).unlink, missing_ok=True)
    with os.fdopen(number, "w", encoding="utf-8") as file:
        file.writelines(pieces)
    umask = os.umask(0)
    os.umask(umask)
    Path(name).chmod(0o666 & ~umask)
    return Path(name)
