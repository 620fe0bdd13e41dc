"""What is wrong with the file of a questionnaire, in one line per place."""

from collections.abc import Iterable
from dataclasses import dataclass

from survey.questionnaires.places import Keys, line_of


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
    """One line per fault, in the order of the file."""
    placed = sorted(((line_of(text, fault.at), fault) for fault in faults), key=lambda pair: pair[0])
    return [f"{name}{f':{line}' if line else ''}: got {fault.got}; wanted {fault.wanted}" for line, fault in placed]
