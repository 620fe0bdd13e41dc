"""Alerts and the watch list in words."""

from dashboards.board.calendar import Calendar, short_day
from dashboards.board.findings import Mix, unsplit
from dashboards.board.gathered import Gathered
from dashboards.board.sizes import sized
from dashboards.board.values import Found, Range
from dashboards.board.wording import found as words
from dashboards.wording.numbers import level, opened, points, rounded, signed, signed_size, signed_span, size
from dashboards.wording.waves import rate


def label(gathered: Gathered, one: Found) -> str:
    """What an entry is: "Alert, new", "Alert of Monday 19 October", "Watching"."""
    if one.list == "watch":
        return "Watching"
    if one.told_in == gathered.board.wave.number:
        return "Alert, new"
    told = gathered.calendar.waves[gathered.calendar.at(one.told_in)].closed_on
    return f"Alert of {told.day} {told:%B}"


def state(gathered: Gathered, one: Found) -> str:
    """What became of it, or since when it is."""
    if one.state == "acknowledged":
        return f"acknowledged {short_day(one.acknowledged_on)}" if one.acknowledged_on else "acknowledged"
    if one.state == "recovered":
        return "recovered"
    return f"{'in' if one.shape == 'step' else 'since'} {words.near(one)}{gathered.calendar.brief(one.onset)}"


def about(gathered: Gathered, one: Found) -> str:
    """An entry in two sentences: what it is and how much, and what drives it or where it stands now."""
    far = sized(gathered, one)
    if one.list == "watch":
        moved = f": {signed_size(far.value, far.low, far.high)}" if far else ""
        return f"{opened(words.verb(one, words.MAY))}{moved}. Not sure enough for an alert."
    what = words.verb(one, words.SHAPES)
    much = f" of {_size(far)}" if far else ""
    when = f" {words.since(one, gathered.calendar)}" if one.shape == "step" else ""
    unsized = "" if far else " Its size is not told of fewer than 50 people."
    return f"{opened(what)}{much}{when}.{unsized}{_driven(one, gathered.calendar)}{_now(gathered, one)}"


def mix_about(mix: Mix) -> str:
    stayed = mix.stayed
    return (
        f"Reads {signed(mix.change)} because different people work there. "
        f"Those who stayed moved {signed(stayed.value)} ({signed_span(stayed.low, stayed.high)})."
    )


def promise(false_alarms: float) -> str:
    """What the lists promise."""
    often = rate(false_alarms)
    few = "at most one false one " + often.removeprefix("once ") if often.startswith("once ") else f"false ones {often}"
    return f"Alerts: {few}. “Watching” is looser: some of its entries may be false."


def none_found(n_waves: int) -> str:
    if n_waves == 1:
        return "Unknown: one wave has no before."
    return "Nothing is on the alert list or the watch list. That does not prove that nothing moved."


def minds(one: Found, calendar: Calendar, was: str) -> str:
    """Whose minds: "Of the 9 points since February, 5 (2.5 to 7.5) come from people who …"; `was` ends the sentence.

    Nothing where it is not told. A split covers the linked waves, so that its points are not those of the whole change.
    """
    split = one.split
    stayed = split.parts.get("within") if split else None
    if split is None or stayed is None:
        return ""
    sign = -1 if split.change < 0 else 1
    whole = f"Of the {points(abs(split.change))} since {calendar.month(split.since)}"
    rest = unsplit(split)
    if rest:
        return f"{whole}, {half(abs(rest))} cannot be split into minds and mix."
    ends = sorted((sign * stayed.low, sign * stayed.high))
    return f"{whole}, {half(sign * stayed.value)} ({half(ends[0])} to {half(ends[1])}) {was}."


def half(value: float) -> str:
    """Half points, "5" or "2.5"."""
    return rounded(value, 0 if float(value).is_integer() else 1)


def _driven(one: Found, calendar: Calendar) -> str:
    told = minds(one, calendar, "come from people who were there before")
    return f" {told}" if told else ""


def _now(gathered: Gathered, one: Found) -> str:
    cell = gathered.cell(one.unit, one.principle)
    if one.state == "recovered" or cell is None or cell.level is None or _driven(one, gathered.calendar):
        return ""
    not_back = "Not recovered: " if one.shape == "step" else "Now at "
    now = level(cell.level.value, cell.level.low, cell.level.high)
    return f" {not_back}{now}{' now' if one.shape == 'step' else ''}."


def _size(far: Range) -> str:
    one = Range(-far.value, -far.high, -far.low) if far.value < 0 else far
    return size(one.value, one.low, one.high)
