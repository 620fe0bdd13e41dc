"""An alarm in words: what, where, since when, how much; then how sure."""

from dashboards.board.told.principles import short, within
from dashboards.board.told.telling import Telling
from dashboards.board.values import Found


def sentence(telling: Telling, found: Found) -> str:
    """The alarm in one sentence; without a size where the group is small."""
    text, unit = telling.voice.text, telling.unit(found.unit)
    named = {"principle": short(telling.voice, found.principle), "unit": unit, "month": telling.month(found.onset)}
    if found.shape == "step":
        if found.size is None:
            return text("%(principle)s fell in %(unit)s in %(month)s.", **named)
        size = telling.size(found.size)
        return text("%(principle)s fell in %(unit)s in %(month)s, by %(size)s.", size=size, **named)
    return _sliding(telling, found, named)


def _sliding(telling: Telling, found: Found, named: dict[str, str]) -> str:
    """The month is about right, or exact where it can be no other."""
    text = telling.voice.text
    is_exact = found.onset_low == found.onset_high
    if found.size is None and is_exact:
        return text("%(principle)s has been sliding in %(unit)s since %(month)s.", **named)
    if found.size is None:
        return text("%(principle)s has been sliding in %(unit)s since about %(month)s.", **named)
    size = telling.size(found.size)
    if is_exact:
        return text("%(principle)s has been sliding in %(unit)s since %(month)s: %(size)s.", size=size, **named)
    return text("%(principle)s has been sliding in %(unit)s since about %(month)s: %(size)s.", size=size, **named)


def place(telling: Telling, found: Found) -> str:
    """What and where, as one of a list."""
    named = {"principle": within(telling.voice, found.principle), "unit": telling.unit(found.unit)}
    return telling.voice.text("%(principle)s in %(unit)s", **named)


def standing(telling: Telling, found: Found) -> str:
    """What has come of an alarm since; empty while it is new."""
    text, said = telling.voice.text, []
    if found.state == "recovered":
        said.append(text("It has recovered."))
    elif found.told_in != telling.board.wave.number:
        said.append(text("It has not recovered."))
    if found.acknowledged_on is not None:
        day = telling.voice.dated(found.acknowledged_on, "day of year")
        said.append(text("Acknowledged on %(day)s.", day=day))
    return " ".join(said)


def also(telling: Telling, found: Found) -> str:
    return " ".join(part for part in (sentence(telling, found), standing(telling, found)) if part)


def shape(telling: Telling, found: Found) -> str:
    """How it came, and when, with the interval of the date."""
    text, when = telling.voice.text, telling.months(found.onset_low, found.onset_high)
    if found.shape == "step":
        return text("A crash, within about one round, %(when)s.", when=when)
    return text("A gentle descent that began %(when)s.", when=when)


def grade(telling: Telling, found: Found) -> str:
    """How sure, and what that promises."""
    text = telling.voice.text
    past = {
        "some": text("The evidence is past the line for an alert."),
        "strong": text("The evidence is well past the line for an alert."),
        "very strong": text("The evidence is far past the line for an alert."),
    }[found.grade]
    return f"{past} {promise(telling)}"


def promise(telling: Telling) -> str:
    """How often the line is crossed where nothing changes."""
    text, a_year = telling.voice.text, telling.board.false_alarms
    if a_year > 0 and round(1 / a_year) == 10:
        return text("Had nothing changed anywhere, that line would be crossed at most once in ten years.")
    if 0 < a_year <= 1:
        years = round(1 / a_year)
        return telling.voice.plural(
            "Had nothing changed anywhere, that line would be crossed at most once in %(n)s year.",
            "Had nothing changed anywhere, that line would be crossed at most once in %(n)s years.",
            years,
        )
    times = telling.voice.number(a_year, 0 if a_year == int(a_year) else 1)
    return text("Had nothing changed anywhere, that line would be crossed at most %(n)s times a year.", n=times)
