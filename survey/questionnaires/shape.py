"""The file of a questionnaire as it is written: which keys it has, and what stands in them."""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, StrictBool, ValidationError

from survey.questionnaires.faults import MOST_LINES, Fault, UnreadableQuestionnaire, in_lines, more
from survey.toml import NotToml, read_toml


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ItemEntry(Section):
    """What stands below `[[items]]`."""

    code: str
    kind: str = "rated"
    principle: str = ""
    pack: str
    reversed: StrictBool = False
    facet: str = ""
    source: str = ""
    falling: str = ""
    text: dict[str, str]
    hint: dict[str, str] = Field(default_factory=dict)


class WordsEntry(Section):
    """What stands below `[words.LANGUAGE]`."""

    answers: list[str] | None = None
    cannot_say: str | None = None
    counts: list[str] | None = None
    customers: str | None = None
    team: str | None = None
    leaders: str | None = None
    lead_in: str | None = None


class QuestionnaireFile(Section):
    """`texts` and `hints` say the items of the extended questionnaire in a further language."""

    code: str
    extends: str = ""
    languages: list[str] = Field(default_factory=list)
    words: dict[str, WordsEntry] = Field(default_factory=dict)
    texts: dict[str, dict[str, str]] = Field(default_factory=dict)
    hints: dict[str, dict[str, str]] = Field(default_factory=dict)
    items: list[ItemEntry] = Field(default_factory=list)


def read_shape(text: str, *, name: str) -> QuestionnaireFile:
    """The file as values, or everything that is in it and should not be, or the other way round."""
    try:
        return QuestionnaireFile.model_validate(read_toml(text))
    except NotToml as error:
        got = f"{name}: got {error}; wanted a questionnaire as the reference describes it"
        raise UnreadableQuestionnaire([got]) from error
    except ValidationError as error:
        faults = [_fault(dict(one)) for one in error.errors()[:MOST_LINES]]
        lines = in_lines(faults, name=name, text=text)
        raise UnreadableQuestionnaire([*lines, *more(error.error_count() - len(faults))]) from error


def _fault(error: Mapping[str, Any]) -> Fault:
    at = error["loc"]
    key = ".".join(str(part) for part in at)
    if error["type"] == "extra_forbidden":
        return Fault(at, f"the unknown key {key}", f"one of {', '.join(_section(at).model_fields)}")
    if error["type"] == "missing":
        return Fault(at, f"no {key}", "one")
    return Fault(at, f"{key} = {_short(error['input'])}", str(error["msg"]).lower().removeprefix("input should be "))


def _section(at: tuple[str | int, ...]) -> type[Section]:
    inner: dict[str, type[Section]] = {"items": ItemEntry, "words": WordsEntry} if len(at) > 1 else {}
    return inner.get(str(at[0]), QuestionnaireFile)


def _short(value: Any) -> str:
    text = "a table" if isinstance(value, dict) else repr(value)
    return text if len(text) <= 60 else text[:59] + "…"
