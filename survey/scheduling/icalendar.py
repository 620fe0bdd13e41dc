"""The calendar as a file for other calendars (RFC 5545): open days, reminders and epoch ends as whole days."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta

from survey.scheduling.dates import WaveDates

LONGEST_LINE = 75
"""Octets of a line, after which it is folded."""


def icalendar(waves: Iterable[WaveDates], *, company: str, domain: str, now: datetime) -> str:
    """One event per wave, reminder and end of an epoch; the same event has the same identifier every time."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Aloft//Programme//EN",
        f"X-WR-CALNAME:{_text(company)} pulses",
    ]
    stamp = now.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    for wave in waves:
        for name, first, last, words in _events(wave):
            lines += [
                "BEGIN:VEVENT",
                f"UID:{name}@{domain}",
                f"DTSTAMP:{stamp}",
                f"DTSTART;VALUE=DATE:{first:%Y%m%d}",
                f"DTEND;VALUE=DATE:{last + timedelta(days=1):%Y%m%d}",
                f"SUMMARY:{_text(words)}",
                "TRANSP:TRANSPARENT",
                "END:VEVENT",
            ]
    lines.append("END:VCALENDAR")
    return "".join(f"{part}\r\n" for line in lines for part in _folded(line))


def _events(wave: WaveDates) -> Iterator[tuple[str, date, date, str]]:
    yield f"wave-{wave.number}", wave.opens_on, wave.last_day, f"Pulse {wave.number} is open"
    for number, day in enumerate(wave.reminders, 1):
        yield (
            f"wave-{wave.number}-reminder-{number}",
            day,
            day,
            f"Pulse {wave.number}: reminder to who has not answered",
        )
    if wave.is_last_of_epoch:
        yield f"epoch-{wave.epoch}", wave.last_day, wave.last_day, f"Epoch {wave.epoch} ends: the link is destroyed"


def _text(words: str) -> str:
    escaped = words.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return escaped.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def _folded(line: str) -> Iterator[str]:
    """No line of more than 75 octets, and none broken within a character."""
    part, length = "", 0
    for character in line:
        width = len(character.encode())
        if length + width > LONGEST_LINE:
            yield part
            part, length = " ", 1
        part += character
        length += width
    yield part
