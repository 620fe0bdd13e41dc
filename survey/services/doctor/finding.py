"""One thing the doctor looked at."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """`BROKEN`: the service does not work, or not safely. `WARNING`: it works, with a limit that is told."""

    FINE = "fine"
    WARNING = "warning"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Finding:
    """What was found, and what mends it; nothing to mend where all is fine."""

    severity: Severity
    told: str
    mend: str = ""


def fine(told: str) -> Finding:
    return Finding(Severity.FINE, told)


def warning(told: str, *, mend: str) -> Finding:
    return Finding(Severity.WARNING, told, mend)


def broken(told: str, *, mend: str) -> Finding:
    return Finding(Severity.BROKEN, told, mend)
