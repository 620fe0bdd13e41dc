"""Alerts as a test wants them: a slide in Delivery, as in the picture, unless it says otherwise."""

from datetime import date
from typing import Any

from survey.mail.drawing.trend import Point
from survey.mail.letter import Letter
from survey.mail.writing.alert import write_alert
from survey.mail.writing.alerted import Alerted, Links, Moved, Other, People, Record, Since, Size, Split
from survey.mail.writing.trend_words import Trend

CEO = "ceo@meridian.example"
BASE = "https://aloft.meridian.example"
WAVES = tuple(date(2025 + (5 + month) // 12, (5 + month) % 12 + 1, 2) for month in range(18))
LEVELS = (66, 66, 66, 66, 66, 66, 66, 66, 66, 65, 64, 63, 62, 61, 60, 59, 58, 57)


def alerted(**changed: Any) -> Alerted:
    usual: dict[str, Any] = {
        "number": 2,
        "kind": "alarm",
        "language": "en",
        "company": "Meridian",
        "contact": "pulse@meridian.example",
        "unit": "Delivery",
        "within": "",
        "principle": "equal_say",
        "shape": "ramp",
        "grade": "some",
        "since": Since(date(2026, 2, 2), date(2026, 1, 2), date(2026, 4, 2)),
        "told_on": date(2026, 11, 2),
        "size": Size(9, 6, 12),
        "level": Size(57, 54, 60),
        "level_before": 66.0,
        "split": Split(-9.0, {"within": Size(-5, -7.5, -2.5), "joiners": Size(-2.5, -4.5, -1), "leavers": None}),
        "moved": Moved("People here who go past their manager are treated well.", Size(-14, -20, -8)),
        "people": People(66, 94, 46),
        "about": None,
        "record": Record(2, 18, Other("Ingest", date(2026, 10, 19)), 0.1),
        "links": Links(f"{BASE}/brief", f"{BASE}/alerts/2", f"{BASE}/method"),
    }
    return Alerted(**(usual | changed))


def trend(levels: tuple[float, ...] = LEVELS) -> Trend:
    unit = tuple(Point(level, level - 4, level + 4, level + 0.5) for level in levels)
    company = tuple(Point(60.0, 58.0, 62.0, None) for _ in levels)
    return Trend(WAVES[: len(levels)], unit, company)


def letter(**changed: Any) -> Letter:
    return write_alert(alerted(**changed), trend(), CEO, key="alert:2:mail:1", domain="meridian.example")


def plain(text: str) -> str:
    """With ordinary spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
