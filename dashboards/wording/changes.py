"""Found changes in words: what, where, since when, how much, and then how sure."""

from math import log

from dashboards.source import Change, CommonChange, InstrumentChange
from dashboards.wording.numbers import (
    counted,
    listed,
    opened,
    share,
    signed,
    signed_size,
    size,
)
from dashboards.wording.waves import rate, spoken, wave_range

WELL_PAST = log(10)
SHOWN_ITEMS = 5


def verb(change: Change, *, told_now: bool) -> str:
    """The verb of a change; a slide told earlier may have ended, so only a new one "has been sliding"."""
    step, ramp_now, ramp_then = (
        ("fell", "has been sliding", "slid")
        if change.direction == "down"
        else ("rose", "has been rising", "rose gradually")
    )
    if change.shape == "step":
        return step
    return ramp_now if told_now else ramp_then


def began(change: Change) -> str:
    """When a change began, with its range where that is more than one wave."""
    return f"{'in' if change.shape == 'step' else 'since'} {dated(change)}"


def dated(change: Change) -> str:
    """The likeliest wave, and the range of waves where it is more than one."""
    about = "" if change.shape == "step" else "about "
    if change.onset_low == change.onset_high:
        return f"{about}{spoken(change.onset)}"
    return f"{about}{spoken(change.onset)} ({wave_range(change.onset_low, change.onset_high, near=change.onset)})"


def clause(change: Change, *, scale: str, unit: str, told_now: bool) -> str:
    """What and where, without numbers: "equal say has been sliding in Delivery"."""
    return f"{scale} {verb(change, told_now=told_now)} in {unit}"


def sentence(change: Change, *, scale: str, unit: str, told_now: bool) -> str:
    """A change past the line for an alert, in one sentence."""
    what = opened(clause(change, scale=scale, unit=unit, told_now=told_now))
    when = began(change) if told_now or change.shape == "step" else f"from {dated(change)}"
    joint = ", by" if change.shape == "step" else ":"
    return f"{what} {when}{joint} {size(change.size, change.low, change.high)}."


def watched(change: Change, *, scale: str, unit: str, told_now: bool) -> str:
    """A change on the watch list, with as much doubt as it deserves."""
    sign = -1 if change.direction == "down" else 1
    low, high = sorted((sign * change.low, sign * change.high))
    may_be = {
        ("down", "step"): "may have fallen",
        ("down", "ramp"): "may be sliding" if told_now else "may have slid",
        ("up", "step"): "may have risen",
        ("up", "ramp"): "may be rising" if told_now else "may have risen gradually",
    }[change.direction, change.shape]
    when = began(change) if told_now or change.shape == "step" else f"from {dated(change)}"
    moved = signed_size(sign * change.size, low, high)
    return f"{opened(scale)} {may_be} in {unit} {when}: {moved}."


def grade(evidence: float, threshold: float) -> str:
    """How sure, in three grades."""
    if evidence < threshold:
        return "may be"
    return "well past the line" if evidence >= threshold + WELL_PAST else "past the line"


def grade_sentence(evidence: float, threshold: float, false_alarms_per_year: float) -> str:
    words = grade(evidence, threshold)
    if words == "may be":
        return "Not sure enough for an alert."
    return f"{opened(words)} for an alert. {line_sentence(false_alarms_per_year)}"


def line_sentence(false_alarms_per_year: float) -> str:
    """What the line for an alert promises."""
    return f"Had nothing changed anywhere, that line would be crossed at most {rate(false_alarms_per_year)}."


def shape_words(change: Change) -> str:
    if change.shape == "step":
        return "a step: it came within about one wave" if change.direction == "up" else "a crash, within about one wave"
    return "a gentle descent, over several waves" if change.direction == "down" else "a gentle rise, over several waves"


def cell_word(change: Change, *, is_alarm: bool) -> str:
    """The one word that stands in a tinted cell."""
    if change.direction == "up":
        return "rise"
    if not is_alarm:
        return "watch"
    return "crash" if change.shape == "step" else "slope"


def common(change: CommonChange, *, scale: str, unit: str) -> str:
    """A move that the parts of a unit made together."""
    moved = signed_size(change.size, change.low, change.high)
    return (
        f"{opened(scale)} moved in the parts of {unit} together in {spoken(change.wave)}: {moved}. "
        f"{share(change.share)} of them moved that way."
    )


def instrument(change: InstrumentChange, *, scale: str) -> str:
    """A change of the questions, and what it does to the comparison."""
    what = f"The questions of “{scale}” changed in {spoken(change.wave)}: {_items(change)}."
    published, comparable = change.size_as_published, change.size_on_common_items
    if comparable != comparable:  # noqa: PLR0124 -- nan is what cannot be said
        return f"{what} No item is common to both waves, so the change across them is unknown."
    after = f" on the items asked in both waves the change is {signed(comparable)}"
    if published != published:  # noqa: PLR0124 -- nan is what cannot be said
        return f"{what} Only{after}."
    return f"{what} As published the level changed by {signed(published)};{after}, and only that is a comparison."


def _items(change: InstrumentChange) -> str:
    parts = []
    for names, done in ((change.items_added, "added"), (change.items_removed, "left out")):
        if names:
            shown = listed(names) if len(names) <= SHOWN_ITEMS else f"{', '.join(names[:SHOWN_ITEMS])} and more"
            parts.append(f"{counted(len(names), 'item')} {done} ({shown})")
    return listed(parts) or "other wording"
