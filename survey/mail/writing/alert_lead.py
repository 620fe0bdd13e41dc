"""The sentences with which a mail of an alert begins: what, where, since when, how much, and of which shape."""

from survey.mail.writing.alert_subject import one_line
from survey.mail.writing.alerted import Alerted, Since
from survey.mail.writing.principles import principle_sentence
from survey.mail.writing.sheet import strong
from survey.mail.writing.words import Words

CLOSE_ENOUGH = 1.5
"""Points by which two published levels may differ from the size of a fall and still be told beside it."""

LEAST_MONTHS = 3
"""Over which it is said how much a slide is in a month."""


def lead_of(words: Words, alert: Alerted) -> tuple[str, ...]:
    if alert.kind == "recovery":
        return _recovery(words, alert)
    sentences = [_what(words, alert), _shape(words, alert)]
    if alert.kind == "deepening" and alert.about is not None:
        sentences.append(
            words.say(
                "It comes on top of the alert of %(day)s about %(unit)s.",
                day=words.day_of_year(alert.about.on),
                unit=one_line(alert.about.unit),
            )
        )
    return (" ".join(sentence for sentence in sentences if sentence),)


def place(words: Words, alert: Alerted) -> str:
    unit = strong(one_line(alert.unit))
    return words.say("%(unit)s (%(within)s)", unit=unit, within=one_line(alert.within)) if alert.within else unit


def span_of(words: Words, since: Since) -> str:
    """The months between which a change began; empty where only one is likely."""
    if (since.earliest.year, since.earliest.month) == (since.latest.year, since.latest.month):
        return ""
    is_one_year = since.earliest.year == since.latest.year == since.likeliest.year
    tell = words.month if is_one_year else words.month_of_year
    return f" ({words.say('%(low)s to %(high)s', low=tell(since.earliest), high=tell(since.latest))})"


def _what(words: Words, alert: Alerted) -> str:
    values = {"place": place(words, alert), "principle": principle_sentence(words, alert.principle)}
    since = alert.since
    values["month"] = strong(words.month_of_year(since.likeliest)) if since else ""
    values["span"] = span_of(words, since) if since else ""
    values["size"] = _size(words, alert)
    is_exact = since is not None and since.is_exact
    if alert.shape == "step" and is_exact:
        return words.say("In %(place)s, %(principle)s fell in %(month)s%(size)s.", **values)
    if is_exact:
        return words.say("In %(place)s, %(principle)s has been sliding since %(month)s%(size)s.", **values)
    if alert.shape == "step":
        return words.say("In %(place)s, %(principle)s fell in about %(month)s%(span)s%(size)s.", **values)
    return words.say("In %(place)s, %(principle)s has been sliding since about %(month)s%(span)s%(size)s.", **values)


def _size(words: Words, alert: Alerted) -> str:
    size = alert.size
    if size is None:
        return ""
    span = words.span(words.whole(size.low), words.whole(size.high))
    n = int(words.whole(size.points))
    points = strong(words.count("%(number)s point", "%(number)s points", n))
    if alert.shape == "step":
        return words.say(", by %(points)s (%(span)s)%(levels)s", points=points, span=span, levels=_levels(words, alert))
    return words.say(
        ", by %(points)s so far (%(span)s)%(levels)s", points=points, span=span, levels=_levels(words, alert)
    )


def _levels(words: Words, alert: Alerted) -> str:
    """The published levels, where they tell of the same fall: a size on linked answers is another number."""
    if alert.size is None or alert.level is None or alert.level_before is None:
        return ""
    if abs(alert.level_before - alert.level.points - alert.size.points) > CLOSE_ENOUGH:
        return ""
    return words.say(
        ", from %(before)s to %(now)s", before=words.whole(alert.level_before), now=words.whole(alert.level.points)
    )


def _shape(words: Words, alert: Alerted) -> str:
    if alert.shape == "step" and alert.since is not None and alert.since.likeliest == alert.told_on:
        said = words.say("It came at once, a crash landing.")
    elif alert.shape == "step":
        said = words.say("It came at once, a crash landing, and has not recovered.")
    elif rate := _rate(words, alert):
        said = words.say("It is a gentle descent, %(rate)s.", rate=rate)
    else:
        said = words.say("It is a gentle descent.")
    if alert.size is not None:
        return said
    return f"{said} {_without_size(words, alert)}"


def _without_size(words: Words, alert: Alerted) -> str:
    level = alert.level
    if level is None or alert.level_before is None:
        return words.say("How much is not said: fewer than 50 people answered there.")
    return words.say(
        "How much is not said, as fewer than 50 people answered there; the published level was about %(before)s before "
        "and is %(now)s now (%(span)s).",
        before=words.whole(alert.level_before),
        now=words.whole(level.points),
        span=words.span(words.whole(level.low), words.whole(level.high)),
    )


def _rate(words: Words, alert: Alerted) -> str:
    if alert.size is None or alert.since is None or not alert.is_as_told:
        return ""
    first = alert.since.likeliest
    months = (alert.told_on.year - first.year) * 12 + alert.told_on.month - first.month
    if months < LEAST_MONTHS:
        return ""
    halves = max(1, round(2 * alert.size.points / months))
    if halves == 2:
        return words.say("about 1 point a month")
    return words.say("about %(points)s points a month", points=words.number(halves / 2))


def _recovery(words: Words, alert: Alerted) -> tuple[str, ...]:
    values = {"place": place(words, alert), "principle": principle_sentence(words, alert.principle)}
    if alert.since is not None and alert.since.is_exact:
        month = strong(words.month_of_year(alert.since.likeliest))
        risen = words.say("In %(place)s, %(principle)s has risen since %(month)s.", **values, month=month)
    elif alert.since is not None:
        risen = words.say(
            "In %(place)s, %(principle)s has risen since about %(month)s%(span)s.",
            **values,
            month=strong(words.month_of_year(alert.since.likeliest)),
            span=span_of(words, alert.since),
        )
    else:
        risen = words.say("In %(place)s, %(principle)s is back within the range it had before it fell.", **values)
    if alert.about is None:
        return (risen,)
    day = words.day_of_year(alert.about.on)
    return (f"{risen} {words.say('The alert of %(day)s ends with this.', day=day)}",)
