"""A found change in words: verb, since when, how much, how sure."""

from dashboards.board.calendar import Calendar
from dashboards.board.sizes import change, magnitude
from dashboards.board.values import Found
from dashboards.wording.changes import line_sentence
from dashboards.wording.numbers import opened, signed_size, size

Verbs = dict[tuple[str, str], str]
NOW: Verbs = {
    ("down", "step"): "fell",
    ("down", "ramp"): "is sliding",
    ("up", "step"): "rose",
    ("up", "ramp"): "is rising",
}
EVER: Verbs = {
    ("down", "step"): "fell",
    ("down", "ramp"): "has been sliding",
    ("up", "step"): "rose",
    ("up", "ramp"): "has been rising",
}
MAY: Verbs = {
    ("down", "step"): "may have fallen",
    ("down", "ramp"): "may be sliding",
    ("up", "step"): "may have risen",
    ("up", "ramp"): "may be rising",
}
SHAPES: Verbs = {
    ("down", "step"): "a crash",
    ("down", "ramp"): "a gentle descent",
    ("up", "step"): "a step up",
    ("up", "ramp"): "a gentle rise",
}


def verb(found: Found, verbs: Verbs) -> str:
    return verbs[found.direction, found.shape]


def since(found: Found, calendar: Calendar) -> str:
    """When it began: "since about February 2026" of a slide, "in September 2026" of a crash."""
    if found.shape == "step":
        return f"in {calendar.spoken(found.onset)}"
    return f"since {near(found)}{calendar.spoken(found.onset)}"


def near(found: Found) -> str:
    """A word before a wave that is the likeliest of several; none where it can be no other, and none of a crash."""
    return "" if found.shape == "step" or found.onset_low == found.onset_high else "about "


def dated(found: Found, calendar: Calendar) -> str:
    """The likeliest wave, and the waves it may have been: "about February 2026 (January to April)"."""
    when = f"{near(found)}{calendar.spoken(found.onset)}"
    if found.onset_low == found.onset_high:
        return when
    return f"{when} ({calendar.span(found.onset_low, found.onset_high, found.onset)})"


def sentence(found: Found, *, what: str, where: str, calendar: Calendar) -> str:
    """What, where, since, how much with its range."""
    far = magnitude(found)
    if found.list == "watch":
        moved = change(found)
        sized = f": {signed_size(moved.value, moved.low, moved.high)}" if moved else ""
        began = dated(found, calendar)
        return f"{opened(what)} {verb(found, MAY)} in {where}, {_joined(found)} {began}{sized}."
    clause = f"{opened(what)} {verb(found, EVER)} in {where} {_joined(found)} {dated(found, calendar)}"
    if far is None:
        return f"{clause}."
    return f"{clause}{', by' if found.shape == 'step' else ':'} {size(far.value, far.low, far.high)}."


def grade(found: Found) -> str:
    """How sure, in three grades."""
    if found.list == "watch":
        return "may be"
    return "well past the line" if found.grade == "very strong" else "past the line"


def grade_sentence(found: Found, false_alarms: float) -> str:
    """How sure, and what that promises."""
    if found.list == "watch":
        return "Not sure enough for an alert."
    return f"{opened(grade(found))} for an alert. {line_sentence(false_alarms)}"


def mark(found: Found, calendar: Calendar) -> str:
    """The words above the mark in a picture."""
    when = calendar.brief(found.onset)
    if found.shape == "step":
        return f"{'fell' if found.direction == 'down' else 'rose'} {when}"
    if found.onset_low == found.onset_high:
        return f"began {when}"
    return f"began about {when} ({_short_span(found, calendar)})"


def cell_word(found: Found) -> str:
    """The one word that stands in a tinted cell."""
    if found.direction == "up":
        return "rise"
    if found.list == "watch":
        return "watch"
    return "crash" if found.shape == "step" else "slope"


def _joined(found: Found) -> str:
    return "in" if found.shape == "step" else "since"


def _short_span(found: Found, calendar: Calendar) -> str:
    low, high = calendar.brief(found.onset_low), calendar.brief(found.onset_high)
    same_year = low[-4:] == high[-4:] == calendar.brief(found.onset)[-4:]
    return f"{low[:-5]} to {high[:-5]}" if same_year else f"{low} to {high}"
