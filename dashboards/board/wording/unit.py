"""A unit's heading, its lead, and the table "In words"."""

from dashboards.board.calendar import Calendar
from dashboards.board.findings import Mix
from dashboards.board.sizes import from_before
from dashboards.board.values import Event, Found, Range, Series
from dashboards.board.wording import found as words
from dashboards.board.wording.listing import minds
from dashboards.wording.numbers import (
    counted,
    level,
    listed,
    opened,
    points,
    rounded,
    share,
    signed,
    signed_size,
    signed_span,
    size,
)
from dashboards.wording.waves import rate

RECENT = 3
"""Waves over which it is said whether a slide goes on."""
Fact = tuple[str, str]


def heading(name: str, what: str, one: Found | None, mix: Mix | None, calendar: Calendar) -> str:
    """The answer for one principle of a unit."""
    if one is not None:
        verbs = words.MAY if one.list == "watch" else words.EVER
        joint = "in" if one.shape == "step" else "since"
        return f"{name}: {what} {words.verb(one, verbs)} {joint} {words.near(one)}{calendar.month(one.onset)}"
    if mix is not None:
        higher, then = "higher" if mix.change > 0 else "lower", calendar.month(mix.since)
        return f"{name}: {what} reads {points(abs(mix.change))} {higher} than in {then}, as different people work there"
    return f"{name}: no drift found in {what}"


def lead(one: Found, far: Range | None, ends: tuple[float, float] | None, calendar: Calendar) -> str:
    """How much, from where to where, when, and whose minds."""
    moved = f"{opened(words.verb(one, words.SHAPES))}{f' of {_size(far)}' if far else ''}"
    path = f", from {rounded(ends[0])} to {rounded(ends[1])}" if ends and far else ""
    if one.onset_low == one.onset_high:
        began = f"It {_came(one)} in {calendar.spoken(one.onset)}."
    else:
        low, high = calendar.month(one.onset_low), calendar.spoken(one.onset_high)
        began = f"It {_came(one)} between {low} and {high}."
    told = minds(one, calendar, "come from people who were already there and changed their answers")
    driven = f" {told}" if told else ""
    unsized = "" if far else " Its size is not told of fewer than 50 people."
    return f"{moved}{path}. {began}{unsized}{driven}"


def quiet_lead(now: Range | None, bound: str, moved: Range | None, since: str) -> str:
    """Where nothing was found: the level, and the change with its range."""
    if now is None:
        return f"The level reads {bound}: nearly all answers are alike, so no closer number is shown." if bound else ""
    at = f"The level is {level(now.value, now.low, now.high)}."
    if moved is None:
        return at
    return f"{at} Since {since} it moved {signed_size(moved.value, moved.low, moved.high)}."


def noted(events: list[Event]) -> str:
    """Moments near the onset; never as a cause."""
    if not events:
        return ""
    noted = listed([event.words for event in events])
    return f"Why is not known. Noted in that time: {noted}. That is no proof of a cause."


def facts(
    one: Found, far: Range | None, series: Series | None, *, false_alarms: float, calendar: Calendar
) -> list[Fact]:
    """The change in words, a row for each question one would ask."""
    much = "not told of fewer than 50 people"
    if far is not None:
        much = f"{_size(far)}, {'down' if far.value < 0 else 'up'}"
        if one.list == "watch":
            much = signed_size(far.value, far.low, far.high)
    rows = [
        ("How much", much),
        ("Since", words.dated(one, calendar)),
        ("Shape", shape(one, far, calendar)),
        ("How sure", sure(one, false_alarms)),
    ]
    if told := minds(one, calendar, "come from people who changed their minds"):
        rows.append(("What drives it", f"{told[0].lower()}{told[1:]}".removesuffix(".")))
    if series is not None and one.shape == "step":
        rows.append(("Back?", back(one, series, calendar)))
    elif series is not None:
        rows.append((_goes_on(one), still(one, series)))
    return rows


def quiet_facts(now: Range | None, moved: Range | None, since: str, unseen: float | None) -> list[Fact]:
    """The same where nothing was found."""
    rows: list[Fact] = []
    if now is not None:
        rows.append(("Level now", level(now.value, now.low, now.high)))
    if moved is not None:
        rows.append((f"Since {since}", signed_size(moved.value, moved.low, moved.high)))
    rows.append(("Drift", "none found"))
    if unseen is not None:
        rows.append(("Unseen", f"a fall of less than {points(max(1, unseen))} within 6 months could have gone unseen"))
    return rows


def shape(one: Found, far: Range | None, calendar: Calendar) -> str:
    """Crash or descent, and how fast."""
    if one.shape == "step":
        return "a crash, within about one wave" if one.direction == "down" else "a step up, within about one wave"
    waves = calendar.at(calendar.waves[-1].number) - calendar.at(one.onset)
    gentle = words.verb(one, words.SHAPES)
    if far is None or waves <= 0:
        return f"{gentle}, over several waves"
    speed = abs(far.value) / waves
    return f"{gentle}, about {points(speed, 0 if speed >= 0.95 else 1)} a wave"


def sure(one: Found, false_alarms: float) -> str:
    if one.list == "watch":
        return "not sure enough for an alert"
    crossed = f"crossed at most {rate(false_alarms)} if nothing changed anywhere"
    return f"{words.grade(one)} for an alert, which would be {crossed}"


def still(one: Found, series: Series) -> str:
    """Whether it goes on: the move of the last three waves with its range."""
    known = [point.level for point in series.points if point]
    if len(known) <= RECENT:
        return "too few waves to say"
    then, now = known[-1 - RECENT], known[-1]
    moved, aside = now.value - then.value, (now.half**2 + then.half**2) ** 0.5
    said = f"{signed_size(moved, moved - aside, moved + aside)} in the last {counted(RECENT, 'wave')}"
    goes_on = moved + aside < 0 if one.direction == "down" else moved - aside > 0
    comes_back = moved - aside > 0 if one.direction == "down" else moved + aside < 0
    if goes_on:
        return f"yes: {said}"
    return f"no, it comes back: {said}" if comes_back else f"cannot be told: {said}"


def back(one: Found, series: Series, calendar: Calendar) -> str:
    """Whether a step is made good: the level now against what was published before it."""
    far = from_before(series, calendar.at(one.onset))
    if far is None:
        return "unknown: what was before it is not shown"
    if not far.leaves_out_zero:
        return f"perhaps: {signed_size(far.value, far.low, far.high)} against before"
    return f"no: still {_size(far)} {'lower' if far.value < 0 else 'higher'} than before"


def still_works(above: str, people: int | None, company: int | None) -> str:
    """Its answers count above; how large a change would have to be."""
    size_of_it = ""
    if people and company:
        size_of_it = f": {counted(people, 'person', 'people')} are {share(people / company)} of the company"
    return f"Its answers count in {above}. A change here would be found there only if it were large{size_of_it}."


def mix_words(mix: Mix) -> str:
    stayed = mix.stayed
    return f"The people who stayed moved {signed(stayed.value)} ({signed_span(stayed.low, stayed.high)})."


def _came(one: Found) -> str:
    return "came" if one.shape == "step" else "began"


def _goes_on(one: Found) -> str:
    return "Still falling?" if one.direction == "down" else "Still rising?"


def _size(far: Range) -> str:
    one = Range(-far.value, -far.high, -far.low) if far.value < 0 else far
    return size(one.value, one.low, one.high)
