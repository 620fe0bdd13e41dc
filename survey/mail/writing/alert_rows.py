"""The labelled rows of an alert: how sure, what drives it, what moved most, what is not known, what to look at."""

from collections.abc import Iterator

from survey.mail.writing.alert_subject import one_line
from survey.mail.writing.alerted import Alerted, Size, Split
from survey.mail.writing.look_next import look_next
from survey.mail.writing.sheet import Entry
from survey.mail.writing.words import Words

EXACT_FROM = 20
"""Fewer people than that are not counted exactly."""

CHANGED_MUCH = 1.25
"""How many times larger or smaller a unit has become, before it is said."""

MINDS, PEOPLE = ("within",), ("joiners", "leavers", "reweighting")


def rows_of(words: Words, alert: Alerted) -> tuple[Entry, ...]:
    if alert.kind == "recovery":
        return tuple(_of_recovery(words, alert))
    return tuple(_of_fall(words, alert))


def _of_fall(words: Words, alert: Alerted) -> Iterator[Entry]:
    yield Entry(words.say("How sure"), how_sure(words, alert))
    yield Entry(words.say("What drives it"), what_drives_it(words, alert.split))
    yield Entry(words.say("Moved most"), moved_most(words, alert))
    yield Entry(words.say("What we do not know"), not_known(words, alert))
    yield Entry(words.say("Look at next"), "\n".join(look_next(words, alert.principle, alert.unit)))


def _of_recovery(words: Words, alert: Alerted) -> Iterator[Entry]:
    if alert.since is not None:
        sure = words.say("The rise is on the watch list: less sure than an alert.")
    else:
        sure = words.say("The published level is back; that was judged from one wave.")
    yield Entry(words.say("How sure"), sure)
    unknown = words.say("Whether it lasts, and what brought it about.")
    yield Entry(words.say("What we do not know"), unknown)
    asked = words.say("Ask in %(unit)s what was done differently, and who would notice if it stopped.", unit=alert.unit)
    yield Entry(words.say("Look at next"), asked)


def how_sure(words: Words, alert: Alerted) -> str:
    if alert.is_withdrawn:
        return words.say("A correction has removed answers since: without them this line would not have been crossed.")
    if alert.grade == "some":
        line = words.say("Past the line for an alert.")
    else:
        line = words.say("Well past the line for an alert.")
    years = max(1, round(1 / alert.record.false_alarms))
    promise = words.count(
        "The line is set so that, had nothing changed anywhere, it would be crossed at most once in a year.",
        "The line is set so that, had nothing changed anywhere, it would be crossed at most once in %(number)s years.",
        years,
    )
    return f"{line} {promise}"


def what_drives_it(words: Words, split: Split | None) -> str:
    if split is None:
        return words.say(
            "Not known: people changing their mind and a changed mix of people can be told apart only where 50 or more "
            "answered, within one epoch."
        )
    minds, mix = _sum(split, MINDS), _sum(split, PEOPLE)
    if minds is None:
        return words.say("Not known: this change cannot be split.")
    rest = split.change - minds - (mix or 0.0)
    if abs(rest) >= abs(split.change) / 2:
        return words.say(
            "Mostly not known: %(rest)s of %(change)s points cannot be split into minds and mix, as where two epochs "
            "meet.",
            rest=words.signed(rest, "0.0"),
            change=words.signed(split.change, "0.0"),
        )
    return f"{_heading(words, minds, mix)} {_told(words, split)}"


def _heading(words: Words, minds: float, mix: float | None) -> str:
    if mix is None or abs(minds) >= 2 * abs(mix):
        return words.say("Mostly minds:")
    if abs(mix) >= 2 * abs(minds):
        return words.say("Mostly the mix of people:")
    return words.say("Minds and the mix of people:")


def _told(words: Words, split: Split) -> str:
    """The parts that are known, and what is left over."""
    within, joined, left = (split.parts.get(name) for name in ("within", "joiners", "leavers"))
    said = [words.say("people who were already there account for %(size)s", size=_with_points(words, within))]
    told = within.points if within else 0.0
    if joined is not None:
        said.append(words.say("new people for %(size)s", size=_signed(words, joined)))
        told += joined.points
    if left is not None:
        said.append(words.say("people who left for %(size)s", size=_signed(words, left)))
        told += left.points
    rest = split.change - told
    text = ", ".join(said)
    if abs(rest) < 0.5:
        return f"{text}."
    over = words.say("%(points)s is small or cannot be split.", points=words.signed(rest, "0.0"))
    return f"{text}; {over}"


def _sum(split: Split, names: tuple[str, ...]) -> float | None:
    found = [part.points for name in names if (part := split.parts.get(name)) is not None]
    return sum(found) if found else None


def _with_points(words: Words, size: Size | None, pattern: str = "0.0") -> str:
    if size is None:
        return ""
    low, high = (words.signed(end, pattern) for end in (size.low, size.high))
    points = words.signed(size.points, pattern)
    return words.say("%(points)s points (%(span)s)", points=points, span=words.span(low, high))


def _signed(words: Words, size: Size | None, pattern: str = "0.0") -> str:
    if size is None:
        return ""
    low, high = (words.signed(end, pattern) for end in (size.low, size.high))
    return f"{words.signed(size.points, pattern)} ({words.span(low, high)})"


def moved_most(words: Words, alert: Alerted) -> str:
    if alert.moved is None:
        return words.say(
            "Not shown: single questions are shown for the company and its divisions, where many answered."
        )
    size = _with_points(words, alert.moved.size, "0")
    return words.say("“%(question)s”: %(size)s.", question=alert.moved.text.rstrip(".?"), size=size)


def not_known(words: Words, alert: Alerted) -> str:
    return " ".join([words.say("Why."), *_near_in_time(words, alert), _silent(words, alert)])


def _near_in_time(words: Words, alert: Alerted) -> Iterator[str]:
    now, then = alert.people.asked, alert.people.asked_before
    if now is None or then is None or min(now, then) < EXACT_FROM:
        return
    values = {"unit": one_line(alert.unit), "then": then, "now": now}
    if now >= then * CHANGED_MUCH:
        yield words.say(
            "It began while %(unit)s grew from %(then)s to %(now)s people; that is not proof that growth caused it.",
            **values,
        )
    elif then >= now * CHANGED_MUCH:
        yield words.say(
            "It began while %(unit)s shrank from %(then)s to %(now)s people; that is not proof that this caused it.",
            **values,
        )


def _silent(words: Words, alert: Alerted) -> str:
    asked, answered = alert.people.asked, alert.people.answered
    if asked is None or answered is None or min(asked, answered) < EXACT_FROM or asked - answered < 1:
        return words.say("How those who did not answer would have answered.")
    return words.count(
        "%(number)s of its %(asked)s people did not answer.",
        "%(number)s of its %(asked)s people did not answer.",
        asked - answered,
        asked=asked,
    )
