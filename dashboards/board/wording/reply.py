"""Whether anything comes of it: the belief question, and the reply owed."""

from dashboards.board.calendar import Calendar, day
from dashboards.board.values import Range, ReplyOwed
from dashboards.wording.numbers import level

QUESTION = "When we answer questions like these, something comes of it"


def belief(reply: ReplyOwed, calendar: Calendar) -> str:
    """What people answered to whether anything will come of it: now, and at first."""
    known = [(wave.number, one) for wave, one in zip(calendar.waves, reply.belief, strict=False) if one]
    if not known:
        return f"“{QUESTION}”: not shown yet."
    first, last = known[0], known[-1]
    now = f"“{QUESTION}”: {_said(last[1])} in {calendar.month(last[0])}"
    if first[0] == last[0]:
        return f"{now}. One wave has no before."
    return f"{now}, {_said(first[1])} in {calendar.spoken(first[0])}."


def owed(reply: ReplyOwed, when: str) -> str:
    """Whether the reply is written, or by when it is due."""
    if reply.is_written:
        return f"The {when} reply is written. It opens the next pulse."
    if reply.due_on is None:
        return f"No reply has been written to the {when} wave. Without one the next pulse says so."
    due = f"The {when} reply is due before the next wave opens on {day(reply.due_on)}."
    return f"{due} Without one the next pulse says so."


def button(when: str) -> str:
    return f"Write the {when} reply"


def unchanged(calendar: Calendar) -> str:
    """Whether the survey itself changed in the newest wave."""
    if len(calendar.waves) == 1:
        return ""
    before, now = calendar.waves[-2:]
    if before.questionnaire != now.questionnaire:
        return "The questions changed in this wave; levels are compared on those that both waves asked."
    if before.epoch != now.epoch:
        return "Same questions, but a new epoch began: answers before and after are not linked."
    first = next(wave.number for wave in calendar.waves if wave.epoch == now.epoch)
    span = f"waves {first} to {now.number}"
    return f"Nothing in the survey itself changed in this wave: same questions, same epoch ({span})."


def _said(one: Range) -> str:
    return level(one.value, one.low, one.high)
