"""The trend of a principle in the company, and of the unit in which it slides."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date

from dashboards.board.brief.facts import Facts
from dashboards.board.source import Board
from dashboards.board.told.principles import short
from dashboards.board.told.telling import Telling
from dashboards.board.values import Event, Found, Point
from dashboards.board.values import Series as Trend
from dashboards.figures.axes import Window, window_of
from dashboards.figures.drawing import Drawing, Lane, Onset, Series, Table
from dashboards.figures.trend import trend

HEIGHT = 200
MOST_LANES = 2
MOST_DOTS = 30
LONGEST_WORDS = 44


def has_dots(board: Board) -> bool:
    """Whether circles stand on the lines; of many rounds they would hide them."""
    return len(board.waves) <= MOST_DOTS


def lines(facts: Facts, principle: str, found: Found | None) -> list[Series]:
    """The company's, and the unit's in the colour of drift."""
    board, units = facts.board, [facts.board.root]
    if found is not None and found.unit != board.root:
        units.append(found.unit)
    known = [one for unit in units if (one := facts.series.get((unit, principle))) and any(one.points)]
    return [_line(one, board.units[one.unit].name, "data" if one.unit == board.root else "drift") for one in known]


def window(facts: Facts, found: dict[str, Found]) -> Window:
    """One axis for all trends of the page."""
    keys = dict.fromkeys(principle for _, principle in facts.series)
    return window_of([line for key in keys for line in lines(facts, key, found.get(key))])


def picture(telling: Telling, facts: Facts, principle: str, found: Found | None, *, axis: Window) -> Drawing | None:
    """None where no wave is shown, or one alone: that is no trend."""
    drawn = lines(facts, principle, found)
    if not drawn or len(facts.board.waves) < 2:
        return None
    labels = _labels(telling)
    lanes = _lanes(facts, found)
    onset = _onset(telling, found) if found else None
    figure = trend(drawn, labels, window=axis, height=HEIGHT, onset=onset, lanes=lanes)
    alt = _alt(telling, principle, drawn[0])
    return Drawing(f"trend-{principle}", figure, alt, _table(telling, drawn, labels))


def _labels(telling: Telling) -> list[str]:
    """A month names a wave if it is the only one of that month; else its day does."""
    days = [wave.opened_on for wave in telling.board.waves]
    is_monthly = len({(day.year, day.month) for day in days}) == len(days)
    return [telling.voice.dated(day, "short month" if is_monthly else "short day") for day in days]


def _line(trend_: Trend, name: str, role: str) -> Series:
    points: Sequence[Point | None] = trend_.points
    return Series(
        name=name,
        mean=[one.level.value if one else None for one in points],
        low=[one.level.low if one else None for one in points],
        high=[one.level.high if one else None for one in points],
        role=role,
        dots=[one.mean if one else None for one in points] if len(points) <= MOST_DOTS else [],
        hovers=False,  # the words are in English and say nothing that the table does not
    )


def _onset(telling: Telling, found: Found) -> Onset:
    at = {wave.number: place for place, wave in enumerate(telling.board.waves)}
    first = min(at)
    low, high, likely = (at.get(max(one, first), 0) for one in (found.onset_low, found.onset_high, found.onset))
    month = telling.month(found.onset)
    text = telling.voice.text
    if found.shape == "step":
        words = text("fell %(month)s", month=month)
    elif low == high:
        words = text("began %(month)s", month=month)
    else:
        words = text("began about %(month)s", month=month)
    return Onset(likely, low, high, words)


def _lanes(facts: Facts, found: Found | None) -> list[Lane]:
    """Moments under the axis: those of the company and of the unit that is drawn, the newest few."""
    board = facts.board
    drawn = {board.root, *(board.path(found.unit) if found else ())}
    here = [one for one in board.events if one.unit is None or one.unit in drawn]
    lanes = [_lane([wave.opened_on for wave in board.waves], one) for one in here]
    return [lane for lane in lanes if lane is not None][-MOST_LANES:]


def _lane(days: Sequence[date], event: Event) -> Lane | None:
    """None for a moment before the first wave, or after the last."""
    if event.on > days[-1] or (event.until or event.on) < days[0]:
        return None
    ends = [event.on] if event.until is None else [event.on, event.until]
    return Lane([_place(days, end) for end in ends], _cut(event.words), is_span=event.until is not None)


def _place(days: Sequence[date], day: date) -> float:
    """Where a day stands between the waves."""
    before = max(0, bisect_right(days, day) - 1)
    if day <= days[0] or before == len(days) - 1:
        return float(before)
    return before + (day - days[before]) / (days[before + 1] - days[before])


def _cut(words: str) -> str:
    return words if len(words) <= LONGEST_WORDS else f"{words[: LONGEST_WORDS - 1].rstrip()}…"


def _alt(telling: Telling, principle: str, line: Series) -> str:
    known = [at for at, value in enumerate(line.mean) if value is not None]
    waves = telling.board.waves
    return telling.voice.text(
        "%(principle)s in %(unit)s, from %(first)s in %(since)s to %(last)s in %(until)s.",
        principle=short(telling.voice, principle),
        unit=line.name,
        first=_said(telling, line, known[0]),
        last=_said(telling, line, known[-1]),
        since=telling.voice.month(waves[known[0]].opened_on),
        until=telling.voice.month(waves[known[-1]].opened_on),
    )


def _table(telling: Telling, drawn: Sequence[Series], labels: Sequence[str]) -> Table:
    head = [telling.voice.text("Month"), *(line.name for line in drawn)]
    return Table(head, [[label, *(_said(telling, line, at) for line in drawn)] for at, label in enumerate(labels)])


def _said(telling: Telling, line: Series, at: int) -> str:
    value, low, high = line.mean[at], line.low[at], line.high[at]
    if value is None or low is None or high is None:
        return telling.voice.text("not shown")
    return f"{telling.voice.number(value)} ({telling.voice.span(low, high)})"
