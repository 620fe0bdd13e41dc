"""A subject that says it all in sixty characters: where, what, how much, how sure, since when."""

import re
from collections.abc import Iterator
from itertools import product

from survey.mail.writing.alerted import Alerted
from survey.mail.writing.principles import principle_name
from survey.mail.writing.words import Words

LONGEST = 60
SHORTEST_NAME = 8
MONTHS_WITHOUT_YEAR = 11
CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]+")


def subject_of(words: Words, alert: Alerted) -> str:
    """The fullest that fits; where none does, the name of the unit is cut."""
    unit = one_line(alert.unit)
    forms = list(_forms(words, alert))
    for form in forms:
        if len(subject := _joined(words, alert, unit, form)) <= LONGEST:
            return subject
    shortest = min(forms, key=len)
    room = LONGEST - len(_joined(words, alert, "", shortest))
    return _joined(words, alert, shortened(unit, max(SHORTEST_NAME, room)), shortest)[:LONGEST]


def one_line(name: str) -> str:
    """A name as a header field can hold it."""
    return " ".join(CONTROLS.sub(" ", name).split())


def shortened(name: str, longest: int) -> str:
    return name if len(name) <= longest else f"{name[: longest - 1].rstrip()}…"


def _joined(words: Words, alert: Alerted, unit: str, form: str) -> str:
    if alert.sent_on is not None:
        return words.say("Again: %(unit)s: %(what)s", unit=unit, what=form).replace("\N{NO-BREAK SPACE}", " ")
    return words.say("%(unit)s: %(what)s", unit=unit, what=form).replace("\N{NO-BREAK SPACE}", " ")


def _forms(words: Words, alert: Alerted) -> Iterator[str]:
    """What happened, from the fullest to the shortest."""
    principle = principle_name(words, alert.principle)
    if alert.kind == "recovery":
        yield words.say("%(principle)s is back up", principle=principle)
        return
    sizes, onsets = list(_sizes(words, alert)), list(_since(words, alert))
    for size, since in [*product(sizes, onsets), *product(sizes, [""])]:
        yield _fall(words, alert, {"principle": principle, "size": size, "since": since})


def _fall(words: Words, alert: Alerted, values: dict[str, str]) -> str:
    text = _fall_further(words, values) if alert.kind == "deepening" else _fall_at_first(words, values)
    return " ".join(text.split(" ")).strip()


def _fall_at_first(words: Words, values: dict[str, str]) -> str:
    if values["size"] and values["since"]:
        return words.say("%(principle)s down %(size)s %(since)s", **values)
    if values["size"]:
        return words.say("%(principle)s down %(size)s", **values)
    return words.say("%(principle)s down %(since)s", **values)


def _fall_further(words: Words, values: dict[str, str]) -> str:
    if values["size"] and values["since"]:
        return words.say("%(principle)s down further, %(size)s %(since)s", **values)
    if values["size"]:
        return words.say("%(principle)s down further, %(size)s", **values)
    return words.say("%(principle)s down further %(since)s", **values)


def _sizes(words: Words, alert: Alerted) -> Iterator[str]:
    if alert.size is None:
        yield ""
        return
    size = alert.size
    span = words.span(words.whole(size.low), words.whole(size.high))
    yield words.count(
        "%(number)s point (%(span)s)", "%(number)s points (%(span)s)", int(words.whole(size.points)), span=span
    )
    yield words.say("%(points)s (%(span)s)", points=words.whole(size.points), span=span)


def _since(words: Words, alert: Alerted) -> Iterator[str]:
    """With the year where the month alone could be read as another one."""
    if alert.since is None:
        return
    onset = alert.since.likeliest
    is_recent = (alert.told_on.year - onset.year) * 12 + alert.told_on.month - onset.month < MONTHS_WITHOUT_YEAR
    short = words.short_month(onset) if is_recent else f"{words.short_month(onset)} {onset.year}"
    full = words.month(onset) if is_recent else words.month_of_year(onset)
    for month in (full, short):
        yield _dated(words, alert, month, is_exact=alert.since.is_exact)


def _dated(words: Words, alert: Alerted, month: str, *, is_exact: bool) -> str:
    if alert.shape == "step":
        return words.say("in %(month)s", month=month) if is_exact else words.say("in about %(month)s", month=month)
    return words.say("since %(month)s", month=month) if is_exact else words.say("since about %(month)s", month=month)
