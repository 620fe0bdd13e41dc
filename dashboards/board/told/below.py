"""What stands below the three principles: what to look at, what is under way, what is not known, the reply."""

from collections.abc import Sequence
from datetime import date, timedelta

from dashboards.board.told import sight
from dashboards.board.told.telling import Telling
from dashboards.board.values import Event, Found, Range, ReplyOwed, Row

NEAR = timedelta(days=62)
"""Days between a moment and the beginning of a change from which on the two are not told together."""


def look_at(telling: Telling, found: Found, gap: Range | None) -> list[str]:
    """Up to three things to do next; `gap` is by how much leads rate the principle higher than the front line."""
    text, named = telling.voice.text, {"unit": telling.unit(found.unit)}
    asked = {
        "learning": text("Ask in %(unit)s what was last learned from a customer, and what became of it.", **named),
        "customer_truth": text("Ask in %(unit)s which customers the last decision was talked over with.", **named),
        "equal_say": text(
            "Ask the front line of %(unit)s what happened the last time somebody went past a manager for a customer.",
            **named,
        ),
    }[found.principle]
    said = [asked]
    if gap is not None and gap.low > 0:
        said.append(text("Ask leads and front line apart: leads rate it %(size)s higher.", size=telling.size(gap)))
    when = telling.months(found.onset_low, found.onset_high)
    said.append(text("Look at what changed in %(unit)s %(when)s, and for whom.", when=when, **named))
    return said


def why(telling: Telling, found: Found, events: Sequence[Event]) -> str:
    """That the cause is not known; what happened there near the beginning is told, and that it proves nothing."""
    text = telling.voice.text
    around = {None, *telling.board.path(found.unit)}
    near = [one for one in events if one.unit in around and _is_near(one, telling.day(found.onset))]
    if not near:
        return text("Why is not known.")
    named = telling.voice.listing([text("“%(words)s”", words=one.words) for one in near])
    return text("Why is not known. Near the beginning: %(moments)s. Near in time proves no cause.", moments=named)


def _is_near(event: Event, day: date) -> bool:
    return event.on - NEAR <= day <= (event.until or event.on) + NEAR


def silent(telling: Telling) -> str:
    """Those who did not answer; empty where that is not said."""
    wave = telling.board.wave
    left = (wave.asked or 0) - (wave.answered or 0)
    if wave.answered is None or left <= 0:
        return ""
    return telling.voice.plural(
        "How the %(n)s person who did not answer would have answered is unknown.",
        "How the %(n)s people who did not answer would have answered is unknown.",
        left,
    )


def not_known(telling: Telling, company: Row, divisions: Sequence[Row], first: Found | None) -> list[str]:
    """Beside an alarm what the lead does not hold; without one the lead has said most of it."""
    said = [why(telling, first, telling.board.events)] if first else []
    said.append(silent(telling))
    said += [sight.sentence(telling, company, divisions)] if first else [early(telling, company)]
    if not telling.board.sees_all:
        said.append(
            telling.voice.text(
                "What is found below the divisions is told to the people there, the chief executive and HR."
            )
        )
    return [one for one in said if one]


def early(telling: Telling, company: Row) -> str:
    if len(telling.board.waves) == 1 or not sight.any_known(company.cells):
        return telling.voice.text("Changes can be told from chance once there are more rounds to compare.")
    return telling.voice.text("Smaller falls come into sight as rounds come in.")


def moment(telling: Telling, event: Event) -> str:
    """A moment of the timeline with its day, or its days, and where it was."""
    voice = telling.voice
    when = voice.dated(event.on, "day of year")
    if event.until is not None:
        when = voice.text("%(first)s to %(last)s", first=when, last=voice.dated(event.until, "day of year"))
    values = {"when": when, "words": event.words}
    if event.unit is None or event.unit == telling.board.root or event.unit not in telling.board.units:
        return voice.text("%(when)s: %(words)s", **values)
    return voice.text("%(when)s, %(unit)s: %(words)s", unit=telling.unit(event.unit), **values)


def reply_owed(telling: Telling, reply: ReplyOwed) -> str:
    """Whether a reply is owed and by when; empty where it is written."""
    text = telling.voice.text
    if reply.is_written:
        return ""
    if not reply.can_be_written:
        return text("No reply was given to this round.")
    if reply.due_on is None:
        return text("No reply has been written yet. No further round is planned that it could open.")
    day = telling.voice.day(reply.due_on)
    return text("No reply has been written yet. It is due by %(day)s, when the next round opens with it.", day=day)


def belief(telling: Telling, reply: ReplyOwed) -> str:
    """Whether people think that anything will come of it."""
    last = reply.belief[-1] if reply.belief else None
    if last is None:
        return ""
    level = telling.level(last)
    return telling.voice.text("“Something comes of it” stands at %(level)s.", level=level)
