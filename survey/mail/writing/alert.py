"""The mail of an alert: a fall, one on top of it, or its end; once more where nobody acknowledged it for a week."""

from survey.mail.drawing.trend import HEIGHT, WIDTH, draw_trend
from survey.mail.drawing.trend import Picture as Drawn
from survey.mail.identity import message_id
from survey.mail.letter import Letter, Picture
from survey.mail.writing.alert_lead import lead_of
from survey.mail.writing.alert_rows import rows_of
from survey.mail.writing.alert_subject import one_line, subject_of
from survey.mail.writing.alerted import Alerted
from survey.mail.writing.invitation import sent_by
from survey.mail.writing.paper import as_letter
from survey.mail.writing.sheet import Figure, Link, Sheet
from survey.mail.writing.trend_words import Trend, alt_of, caption_of, picture_of
from survey.mail.writing.words import Words

CHART = "trend"
ALERT_ID = "Aloft-Alert"
"""Header field by which a mail that came twice is known."""


def write_alert(alert: Alerted, trend: Trend | None, to: str, *, key: str, domain: str) -> Letter:
    """The mail to one reader; without a trend it has no picture."""
    words = Words(alert.language)
    identity = message_id("alert", key, domain)
    drawn = picture_of(words, alert, trend) if trend else None
    figure = _figure(words, alert, trend, drawn) if trend and drawn else None
    return as_letter(
        alert_sheet(words, alert, figure),
        to,
        identity=identity,
        headers=((ALERT_ID, str(alert.number)),),
        pictures=(Picture(CHART, draw_trend(drawn)),) if drawn else (),
    )


def alert_sheet(words: Words, alert: Alerted, figure: Figure | None = None) -> Sheet:
    return Sheet(
        language=words.language,
        company=alert.company,
        subject=subject_of(words, alert),
        heading="",
        lead=lead_of(words, alert),
        notice=_notice(words, alert),
        figure=figure,
        rows=rows_of(words, alert),
        button=Link(words.say("Open the one-page brief"), alert.links.brief),
        below_button=_once(words, alert),
        links=_links(words, alert),
        closing=(_record(words, alert), sent_by(words, alert.company, alert.contact)),
    )


def _figure(words: Words, alert: Alerted, trend: Trend, drawn: Drawn) -> Figure:
    return Figure(CHART, caption_of(words, alert, drawn), alt_of(words, alert, trend), WIDTH, HEIGHT)


def _notice(words: Words, alert: Alerted) -> str:
    if alert.sent_on is None:
        return ""
    return words.say(
        "This alert went out on %(day)s, and nobody has acknowledged it. It comes once more, now to HR as well, and "
        "then no more.",
        day=words.day_of_year(alert.sent_on),
    )


def _once(words: Words, alert: Alerted) -> str:
    if alert.kind == "recovery":
        return ""
    if alert.sent_on is not None:
        return words.say("There is no further mail about this unless it falls deeper or ends.")
    return words.say("Once it is acknowledged, there is no second mail about this unless it falls deeper or ends.")


def _links(words: Words, alert: Alerted) -> tuple[Link, ...]:
    label = words.say("See this alert") if alert.kind == "recovery" else words.say("Acknowledge this alert")
    return Link(label, alert.links.alert), Link(words.say("How this is computed"), alert.links.method)


def _record(words: Words, alert: Alerted) -> str:
    record = alert.record
    months = words.count("%(number)s month", "%(number)s months", record.n_months)
    if record.before is None:
        said = words.say("This is the first alert in %(months)s.", months=months)
    else:
        said = words.say(
            "This is alert %(n)s in %(months)s; the one before was about %(unit)s, on %(day)s.",
            n=record.n_alerts,
            months=months,
            unit=one_line(record.before.unit),
            day=words.day_of_year(record.before.on),
        )
    years = max(1, round(1 / record.false_alarms))
    rate = words.count(
        "The year holds for all units and principles together.",
        "The %(number)s years hold for all units and principles together.",
        years,
    )
    return f"{said} {rate}"
