"""The mail of an alert as it is sent: its picture, its identity, and nothing that is fetched from elsewhere."""

import re

from survey.mail.message import compose
from tests.survey.mail.alerts import letter
from tests.survey.mail.factories import SENDER
from tests.survey.mail.fakes import NOON


def test_the_picture_travels_with_the_mail_and_nothing_is_loaded() -> None:
    found = letter()
    message = compose(found, SENDER, at=NOON)
    (image,) = [part for part in message.walk() if part.get_content_type() == "image/png"]

    assert image["Content-ID"] == "<trend>"
    assert re.findall(r'src="([^"]*)"', found.html) == ["cid:trend"]
    assert not re.search(r"<(link|script|iframe|style)\b|url\(|@import|background=", found.html, re.IGNORECASE)
    assert (
        'alt="Trend of equal say in Delivery from June 2025 to November 2026: 66 at first, 57 at the end."'
        in found.html
    )


def test_the_same_alert_is_the_same_mail_however_often_it_is_written() -> None:
    first, second = (compose(letter(), SENDER, at=NOON) for _ in range(2))

    assert bytes(first) == bytes(second)
    assert first["Aloft-Alert"] == "2"
    assert first["Message-ID"].startswith("<alert.")
