"""Questionnaires out of TOML files: ours, and those that extend it."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from survey.questionnaires.checking import faults_of, warnings_of
from survey.questionnaires.comparing import changes
from survey.questionnaires.extending import NOTHING, put_together
from survey.questionnaires.faults import Fault, UnreadableQuestionnaire, in_lines
from survey.questionnaires.questionnaire import Questionnaire
from survey.questionnaires.shape import read_shape

FOLDER = Path(__file__).parent
OURS = "aloft-1"


@dataclass(frozen=True, slots=True)
class Read:
    """A questionnaire, and in `warnings` what could be better, in one line each."""

    questionnaire: Questionnaire
    warnings: tuple[str, ...]


@cache
def ours() -> Questionnaire:
    """The questionnaire of Aloft."""
    return read_questionnaire(FOLDER / f"{OURS}.toml")


def read_questionnaire(path: Path) -> Questionnaire:
    """The questionnaire of a file, or all that is wrong with it."""
    return check_questionnaire(path).questionnaire


def check_questionnaire(path: Path, *, against: Path | None = None) -> Read:
    """Read a file and, against that of an earlier version, look for codes that mean something else than before."""
    old = read_questionnaire(against) if against else None
    return parse_questionnaire(text_of(path), name=str(path), against=old)


def parse_questionnaire(text: str, *, name: str, against: Questionnaire | None = None) -> Read:
    """Read a text, such as one that was kept; `name` is what faults call it."""
    file = read_shape(text, name=name)
    if file.extends not in {"", *shipped()}:
        fault = Fault(("extends",), repr(file.extends), f"one of {', '.join(shipped())}")
        raise UnreadableQuestionnaire(in_lines([fault], name=name, text=text))
    base = read_questionnaire(shipped()[file.extends]) if file.extends else NOTHING
    _stop(faults_of(file, base), name=name, text=text)
    questionnaire = put_together(file, base)
    if against:
        _stop(changes(questionnaire, against, file=file), name=name, text=text)
    return Read(questionnaire, tuple(in_lines(warnings_of(file, base), name=name, text=text)))


def shipped() -> dict[str, Path]:
    """The files that can be extended, by code."""
    return {path.stem: path for path in sorted(FOLDER.glob("*.toml"))}


def our_file() -> str:
    """The text of the questionnaire of Aloft."""
    return text_of(shipped()[OURS])


def text_of(path: Path) -> str:
    """What a file says, or that it says nothing."""
    try:
        return path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise UnreadableQuestionnaire([f"{path}: got {error.strerror}; wanted a file that can be read"]) from error
    except UnicodeDecodeError as error:
        raise UnreadableQuestionnaire([f"{path}: got bytes that are not UTF-8; wanted a text in UTF-8"]) from error


def _stop(faults: Iterable[Fault], *, name: str, text: str) -> None:
    if lines := in_lines(faults, name=name, text=text):
        raise UnreadableQuestionnaire(lines)
