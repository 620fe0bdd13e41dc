"""The words of a trend in a mail: at its axis, at its lines, below it, and in its place."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from survey.mail.drawing.trend import LONGEST_LABEL, Line, Picture, Point, window_of
from survey.mail.writing.alert_subject import one_line, shortened
from survey.mail.writing.alerted import Alerted
from survey.mail.writing.principles import principle_name
from survey.mail.writing.words import Words

MOST_TICKS = 8
LEAST_APART = 0.085
"""Of the axis, between two ticks whose words should not touch."""


@dataclass(frozen=True, slots=True)
class Trend:
    """What is drawn: the waves by their first day, the unit, and the company unless the unit is the company itself."""

    waves: tuple[date, ...]
    unit: tuple[Point | None, ...]
    company: tuple[Point | None, ...] | None


def picture_of(words: Words, alert: Alerted, trend: Trend) -> Picture:
    context = Line(trend.company, _label(words, alert.company, trend.company)) if trend.company else None
    return Picture(
        line=Line(trend.unit, _label(words, alert.unit, trend.unit)),
        context=context,
        onset=_onset(alert, trend.waves),
        onset_words=_onset_words(words, alert),
        ticks=_ticks(words, trend.waves),
    )


def caption_of(words: Words, alert: Alerted, picture: Picture) -> str:
    low, high = window_of(picture)
    principle = principle_name(words, alert.principle)
    axis = words.say(
        "%(principle)s, 0 to 100; the axis runs from %(low)s to %(high)s.",
        principle=principle[:1].upper() + principle[1:],
        low=low,
        high=high,
    )
    band = words.say("Band: 90\N{NARROW NO-BREAK SPACE}%% interval.")
    return f"{axis} {band} {words.say('Shaded: when it began.')}" if picture.onset else f"{axis} {band}"


def alt_of(words: Words, alert: Alerted, trend: Trend) -> str:
    """What the picture shows, for those who do not see it."""
    shown = [(wave, point) for wave, point in zip(trend.waves, trend.unit, strict=True) if point is not None]
    first, last = shown[0], shown[-1]
    return words.say(
        "Trend of %(principle)s in %(unit)s from %(first)s to %(last)s: %(from)s at first, %(to)s at the end.",
        **{
            "principle": principle_name(words, alert.principle),
            "unit": one_line(alert.unit),
            "first": words.month_of_year(first[0]),
            "last": words.month_of_year(last[0]),
            "from": words.whole(first[1].level),
            "to": words.whole(last[1].level),
        },
    )


def _label(words: Words, name: str, points: Sequence[Point | None]) -> str:
    last = points[-1]
    short = shortened(one_line(name), LONGEST_LABEL)
    return short if last is None else f"{short} {words.whole(last.level)}"


def _onset_words(words: Words, alert: Alerted) -> str:
    if alert.since is None:
        return ""
    month = words.month_of_year(alert.since.likeliest)
    if alert.since.is_exact:
        return _marked_exactly(words, alert, month)
    if alert.kind == "recovery":
        return words.say("rose about %(month)s", month=month)
    if alert.shape == "step":
        return words.say("fell about %(month)s", month=month)
    return words.say("began about %(month)s", month=month)


def _marked_exactly(words: Words, alert: Alerted, month: str) -> str:
    if alert.kind == "recovery":
        return words.say("rose %(month)s", month=month)
    return (
        words.say("fell %(month)s", month=month) if alert.shape == "step" else words.say("began %(month)s", month=month)
    )


def _onset(alert: Alerted, waves: Sequence[date]) -> tuple[float, float, float] | None:
    if alert.since is None or not waves:
        return None
    days = (alert.since.earliest, alert.since.likeliest, alert.since.latest)
    earliest, likeliest, latest = (float(_place(waves, day)) for day in days)
    return earliest, likeliest, latest


def _place(waves: Sequence[date], day: date) -> int:
    return max((place for place, wave in enumerate(waves) if wave <= day), default=0)


def _ticks(words: Words, waves: Sequence[date]) -> tuple[tuple[int, str], ...]:
    """The first and the last wave, and one a quarter between them that stands clear of its neighbours."""
    last = len(waves) - 1
    chosen = [0]
    quarters = [place for place in range(1, last) if _begins_quarter(waves, place)]
    step = -(-len(quarters) // MOST_TICKS) or 1
    for place in quarters[::step]:
        # The first bears its year and is longer.
        apart = (place - chosen[-1]) / max(1, last) >= LEAST_APART * (1.9 if chosen[-1] == 0 else 1)
        if apart and (last - place) / max(1, last) >= LEAST_APART:
            chosen.append(place)
    chosen += [last] if last > 0 else []
    return tuple((place, _tick(words, waves, place, chosen)) for place in chosen)


def _begins_quarter(waves: Sequence[date], place: int) -> bool:
    here, before = waves[place], waves[place - 1]
    return (here.year, (here.month - 1) // 3) != (before.year, (before.month - 1) // 3)


def _tick(words: Words, waves: Sequence[date], place: int, chosen: Sequence[int]) -> str:
    month = words.short_month(waves[place])
    earlier = [one for one in chosen if one < place]
    is_new_year = not earlier or waves[earlier[-1]].year != waves[place].year
    return f"{month} {waves[place].year}" if is_new_year else month
