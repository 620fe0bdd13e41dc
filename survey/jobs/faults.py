"""What is noted of an exception: its class and where it arose. Its text is not, for it may name somebody."""

import traceback
from pathlib import Path

ROOT = Path(__file__).parents[2]


class JobFault(Exception):
    """A fault whose text is written for whoever runs the service, and names nobody: it is noted."""


class NotTaken(JobFault):
    """A hook did not take its message; the text says why, and not where."""


class LeaseLost(Exception):
    """Another worker has taken the job meanwhile; whatever this one did is rolled back."""


class NoEnd(JobFault):
    """Each time the worker stopped in the middle: killed by the system, perhaps because of this very job."""

    def __init__(self) -> None:
        super().__init__("no attempt came to its end")


def describe(error: BaseException) -> str:
    text = f": {error}" if isinstance(error, JobFault) else ""
    return f"{type(error).__name__}{text}{_place(error)}"


def _place(error: BaseException) -> str:
    """The last line of ours on the way to the fault."""
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if _is_ours(Path(frame.filename))]
    return f" at {Path(frames[-1].filename).relative_to(ROOT)}:{frames[-1].lineno}" if frames else ""


def _is_ours(file: Path) -> bool:
    return file.is_relative_to(ROOT / "survey") or file.is_relative_to(ROOT / "analysis")
