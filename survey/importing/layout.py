"""What the columns of a file are to us."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from survey.importing.faults import fault
from survey.importing.sources import Source
from survey.importing.survey_map import SurveyMap

Shape = Literal["answers", "summaries"]
SHARES = ("p1", "p2", "p3", "p4", "p5")


@dataclass(frozen=True, slots=True)
class Layout:
    """`columns`: ours = theirs; `unit` columns are joined as a path; `wide` columns each hold one item."""

    shape: Shape
    columns: Mapping[str, str]
    unit: tuple[str, ...]
    wide: tuple[str, ...]
    constants: Mapping[str, str]
    kept: Mapping[str, tuple[str, ...]]
    left_out: Mapping[str, tuple[str, ...]]

    @property
    def names(self) -> tuple[str, ...]:
        """Every column that is read, once."""
        return tuple(dict.fromkeys([*self.columns.values(), *self.unit, *self.wide, *self.kept, *self.left_out]))


def lay_out(source: Source, settings: SurveyMap) -> Layout:
    """Find our columns in a file; the map goes before our own names."""
    told = {name: theirs for name, theirs in settings.columns if isinstance(theirs, str)}
    constants = {name: text for name, text in settings.constants if text is not None}
    shape = _shape(source, told, settings)
    wide = settings.columns.items or settings.columns.means or ()
    needed, optional = _columns(shape, told, source.header, wide=bool(wide))
    columns = {name: told.get(name, name) for name in needed if name not in constants}
    columns |= {name: told.get(name, name) for name in optional if name in told or name in source.header}
    unit = settings.columns.unit or (() if "unit" in constants else ("unit",))
    layout = Layout(shape, columns, unit, wide, constants, settings.rows, settings.leave_out)
    check_layout(source, layout)
    return layout


def _shape(source: Source, told: Mapping[str, str], settings: SurveyMap) -> Shape:
    answers = settings.columns.items or "value" in told
    summaries = settings.columns.means or "mean" in told or "p1" in told
    if answers and summaries:
        raise fault(source.path, 1, "a map with answers and with means", "one of them")
    if answers or summaries:
        return "answers" if answers else "summaries"
    header = set(source.header)
    if "value" in header and ("person" in header or not header & {"mean", "p1"}):
        return "answers"
    if header & {"mean", "p1"}:
        return "summaries"
    wanted = "a column value (answers), or mean or p1 to p5 (summaries)"
    raise fault(source.path, 1, f"the columns {listed(source.header)}", wanted)


def _columns(
    shape: Shape, told: Mapping[str, str], header: Sequence[str], *, wide: bool
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The columns that must be there, and those that may."""
    if shape == "answers":  # a row of a wide file holds one person, named or not
        return (("wave",), ("person",)) if wide else (("wave", "person", "item", "value"), ())
    if wide:
        return ("wave",), ("n",)
    if "mean" in told or ("mean" in header and "p1" not in told):
        return ("wave", "item", "mean"), ("n", "sd", *SHARES)
    return ("wave", "item", *SHARES), ("n", "sd")


def check_layout(source: Source, layout: Layout) -> None:
    """Refuse a file that lacks a column."""
    absent = [name for name in layout.names if name not in source.header]
    if not absent:
        return
    ours = {theirs: name for name, theirs in layout.columns.items()} | dict.fromkeys(layout.unit, "unit")
    role = ours.get(absent[0], absent[0])
    wanted = repr(absent[0]) if role == absent[0] else f"{absent[0]!r} (the map's {role})"
    raise fault(source.path, 1, f"the columns {listed(source.header)}", f"a column {wanted}")


def listed(names: Sequence[str], most: int = 12) -> str:
    return ", ".join(names[:most]) + (", …" if len(names) > most else "")
