"""Questions in words."""

from collections.abc import Sequence

from dashboards.board.calendar import Calendar
from dashboards.board.values import Question
from dashboards.figures.dots import Change
from dashboards.wording.numbers import counted, in_words, listed, opened, signed_size


def note(changed: Sequence[Question], calendar: Calendar) -> str:
    since = sorted({one.since for one in changed if one.since is not None})
    if not since:
        return "Changes are unknown: no earlier wave asked the same."
    now = calendar.spoken(calendar.waves[-1].number)
    return f"Change from {calendar.month(since[0])} to {now}, in points, with 90\N{NARROW NO-BREAK SPACE}% interval."


def told(asked: Sequence[Question], changed: Sequence[Question], drawn: int) -> str:
    """How many moved, which are pooled, and how many more stand in the table."""
    sure = sum(one.change is not None and one.change.leaves_out_zero for one in changed)
    parts = []
    if changed:
        parts.append(f"{opened(in_words(sure))} of {counted(len(changed), 'question')} moved by more than the range.")
    pooled = max((one.waves for one in asked), default=1)
    if pooled > 1:
        parts.append(f"Questions asked in turn are pooled over {in_words(pooled)} waves, hence their wider ranges.")
    left = len(asked) - drawn
    if left and drawn:
        parts.append(f"{opened(in_words(left))} more {'is' if left == 1 else 'are'} in the table.")
    return " ".join(parts)


def alt(who: str, rows: Sequence[Change]) -> str:
    said = listed([f"“{row.words.rstrip('.')}” {signed_size(row.value, row.low, row.high)}" for row in rows])
    return f"Questions that moved most in {who}: {said}."
