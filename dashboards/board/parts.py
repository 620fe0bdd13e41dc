"""Mix or mind: what a change is made of, as a waterfall and in words."""

from dataclasses import dataclass

from dashboards.board.gathered import Gathered
from dashboards.board.places import name
from dashboards.board.values import Range, Split
from dashboards.board.wording import split as words
from dashboards.board.wording.principles import said
from dashboards.figures.drawing import Drawing, Table
from dashboards.figures.waterfall import End, Part, waterfall

ORDER = ("within", "joiners", "leavers", "reweighting")
LEAST_REST = 0.5


@dataclass(frozen=True, slots=True)
class MixOrMind:
    note: str
    drawing: Drawing
    words: list[str]


def mix_or_mind(gathered: Gathered, split: Split | None) -> MixOrMind | None:
    """None where it may not be said."""
    if split is None:
        return None
    cell = gathered.cell(split.unit, split.principle)
    if cell is None or cell.level is None:
        return None
    calendar = gathered.calendar
    then, now = calendar.spoken(split.since), calendar.spoken(gathered.board.wave.number)
    start, end = End(then, cell.level.value - split.change), End(now, cell.level.value)
    parts = parts_of(split)
    who, what = name(gathered.board, split.unit), said(split.principle)
    drawing = Drawing(
        "parts",
        waterfall(start, parts, end),
        words.alt(who, what, [(part.words, part.points) for part in parts], split.change),
        Table(["Part", "Points"], [[words.NAMES[key], words.ranged(value)] for key, value in _told(split)]),
    )
    linked = words.linking(calendar, split.since)
    return MixOrMind(
        words.note(start.level, end.level), drawing, [words.sentence(split), *([linked] if linked else [])]
    )


def parts_of(split: Split) -> list[Part]:
    """Minds first, then who came and went, then what cannot be split."""
    found = [
        Part(words.NAMES[key], value.value, "mind" if key == "within" else "mix")
        for key, value in _told(split)
        if value is not None and key != "hidden"
    ]
    rest = split.change - sum(part.points for part in found)
    if abs(rest) > LEAST_REST or split.parts.get("hidden"):
        found.append(Part(words.NAMES["hidden"], rest, "unsplit"))
    return found


def _told(split: Split) -> list[tuple[str, Range | None]]:
    return [(key, split.parts[key]) for key in (*ORDER, "hidden") if key in split.parts]
