"""Numbers in, numbers out: scoring, precision, and drift over many waves.

`monitor` is loaded when it is first asked for, because the compiler behind it takes most of a second.
"""

from typing import TYPE_CHECKING, Any

from analysis.errors import InsufficientData
from analysis.panel import Answers, Instrument, Scores, Summaries
from analysis.tree import Tree

if TYPE_CHECKING:
    from analysis.drift.monitor import monitor

__all__ = ["Answers", "Instrument", "InsufficientData", "Scores", "Summaries", "Tree", "monitor"]


def __getattr__(name: str) -> Any:
    if name == "monitor":
        from analysis.drift.monitor import monitor  # noqa: PLC0415 -- see above

        return monitor
    raise AttributeError(f"module 'analysis' has no attribute {name!r}")
