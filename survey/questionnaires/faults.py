"""What is wrong with the file of a questionnaire, in one line per place."""

from collections.abc import Iterable
from dataclasses import dataclass

from survey.questionnaires.places import Keys, Places

MOST_LINES = 200


class UnreadableQuestionnaire(ValueError):
    """The file cannot be used; `lines` says where, what was got and what is wanted."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))


@dataclass(frozen=True, slots=True)
class Fault:
    """One fault; `at` are the keys that lead to it."""

    at: Keys
    got: str
    wanted: str


def in_lines(faults: Iterable[Fault], *, name: str, text: str) -> list[str]:
    """One line per fault, in the order of the file; each is looked for in it, so that they are not without number."""
    every = list(faults)
    places = Places(text)
    placed = sorted(((places.line_of(fault.at), fault) for fault in every[:MOST_LINES]), key=lambda pair: pair[0])
    lines = [f"{name}{f':{line}' if line else ''}: got {fault.got}; wanted {fault.wanted}" for line, fault in placed]
    return [*lines, *more(len(every) - len(placed))]


def more(n: int) -> list[str]:
    """The line that says how many faults are not told."""
    return [f"… and {n:,} more"] if n else []
