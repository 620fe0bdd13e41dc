"""The map: what the columns, scales, units and waves of a foreign file mean to us."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, ValidationError, model_validator

from survey.importing.faults import MOST_LINES, UnreadableSurvey, fault
from survey.toml import NotToml, read_toml

Kind = Literal["mean", "share"]
Bin = Literal["week", "month", "quarter", "year"]


def _as_list(value: Any) -> Any:
    return [value] if isinstance(value, str | int | float) and not isinstance(value, bool) else value


def _as_text(value: Any) -> Any:
    if not isinstance(value, list):
        return value
    return [str(entry) if isinstance(entry, int | float) else entry for entry in value]


Names = Annotated[tuple[str, ...], BeforeValidator(_as_list), Field(min_length=1)]
Texts = Annotated[tuple[str, ...], BeforeValidator(_as_text), BeforeValidator(_as_list), Field(min_length=1)]


class Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ColumnNames(Section):
    """Ours = theirs. `unit` may be several columns, joined as a path; `items` or `means` are columns of a wide file."""

    wave: str | None = None
    unit: Names | None = None
    person: str | None = None
    item: str | None = None
    value: str | None = None
    mean: str | None = None
    n: str | None = None
    sd: str | None = None
    p1: str | None = None
    p2: str | None = None
    p3: str | None = None
    p4: str | None = None
    p5: str | None = None
    items: Names | None = None
    means: Names | None = None


class Constants(Section):
    """What holds for every row and stands in no column."""

    wave: str | None = None
    unit: str | None = None
    person: Literal[""] | None = None
    item: str | None = None


class Range(Section):
    low: float | None = None
    high: float | None = None
    kind: Kind | None = None
    reversed: bool | None = None

    @model_validator(mode="after")
    def _low_below_high(self) -> "Range":
        if self.low is not None and self.high is not None and self.low >= self.high:
            raise ValueError(f"low {self.low:g} is not below high {self.high:g}")
        return self


class ScaleSettings(Range):
    items: Names = Field(default=(), min_length=0)


class ItemSettings(Range):
    scale: str | None = None


class UnitTable(Section):
    file: str
    id: str = "id"
    parent: str | None = None
    name: str | None = None


class WaveSettings(Section):
    per_year: float | None = Field(default=None, gt=0)
    bin: Bin | None = None
    order: Texts | None = None


class Values(Section):
    """Texts that stand for no answer, beside the usual ones."""

    missing: Texts = ("",)


class SurveyMap(Section):
    columns: ColumnNames = ColumnNames()
    constants: Constants = Constants()
    rows: dict[str, Texts] = Field(default_factory=dict)
    leave_out: dict[str, Texts] = Field(default_factory=dict)
    scale: Range = Range()
    scales: dict[str, ScaleSettings] = Field(default_factory=dict)
    items: dict[str, ItemSettings] = Field(default_factory=dict)
    units: UnitTable | None = None
    waves: WaveSettings = WaveSettings()
    values: Values = Values()

    @model_validator(mode="after")
    def _one_scale_per_item(self) -> "SurveyMap":
        seen: dict[str, str] = {}
        for scale, settings in self.scales.items():
            for item in settings.items:
                if seen.setdefault(item, scale) != scale:
                    raise ValueError(f"item {item!r} is in the scales {seen[item]!r} and {scale!r}; one is wanted")
        return self


def load_map(path: Path) -> SurveyMap:
    """Read and check a map."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return SurveyMap.model_validate(read_toml(text))
    except UnicodeDecodeError as error:
        raise fault(path, None, "bytes that are not UTF-8", "a map in UTF-8") from error
    except NotToml as error:
        raise fault(path, None, str(error), "a map as the reference describes it") from error
    except ValidationError as error:
        raise UnreadableSurvey([_in_words(path, text, dict(one)) for one in error.errors()[:MOST_LINES]]) from error


def _in_words(path: Path, text: str, error: Mapping[str, Any]) -> str:
    key = ".".join(str(part) for part in error["loc"])
    place = f"{path}:{_line_of(text, [str(part) for part in error['loc']])}"
    if error["type"] == "extra_forbidden":
        return f"{place}: got the unknown key {key!r}; wanted {_allowed(error['loc'])}"
    message = str(error["msg"]).removeprefix("Value error, ")
    return f"{place}: got {key or 'a map'} = {_short(error['input'])}; wanted something else: {message}"


def _short(value: Any) -> str:
    text = repr(value) if not isinstance(value, dict) else "…"
    return text if len(text) <= 60 else text[:59] + "…"


def _allowed(loc: tuple[str | int, ...]) -> str:
    """The keys which the section of an unknown key may hold."""
    sections: dict[str, type[BaseModel]] = {
        "columns": ColumnNames,
        "constants": Constants,
        "scale": Range,
        "scales": ScaleSettings,
        "items": ItemSettings,
        "units": UnitTable,
        "waves": WaveSettings,
        "values": Values,
    }
    section = sections.get(str(loc[0]), SurveyMap) if len(loc) > 1 else SurveyMap
    return "one of " + ", ".join(section.model_fields)


def _line_of(text: str, loc: list[str]) -> int:
    """The line that names the last part of a key which stands in the text, below the line of the part before it."""
    lines = text.splitlines()
    at = 0
    for part in loc:
        at = next((i for i, line in enumerate(lines) if i >= at and part in line), at)
    return at + 1
