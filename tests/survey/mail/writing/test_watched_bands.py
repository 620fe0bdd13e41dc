"""HR's mail tells of bands and of the gap that they may have moved, and never that they have."""

from datetime import date

import pytest

from survey.mail.writing.alerted import Size
from survey.mail.writing.watch_list import WatchList, write_watch_list
from survey.mail.writing.watched_bands import GAP, WatchedBand
from survey.translations import LANGUAGES
from tests.survey.mail.alerts import plain

SINCE = date(2026, 3, 2)
GROWN = WatchedBand(GAP, "learning", "up", SINCE, Size(8, -4, 20), has_grown=True)
YOUNG = WatchedBand("under_1", "equal_say", "down", SINCE, None)


def text(*bands: WatchedBand, language: str = "en") -> str:
    listed = WatchList("Meridian", "hr@meridian.example", language, 17, (), (), (), "https://a.example", bands)
    return plain(write_watch_list(listed, "hr@meridian.example", key="k", domain="a.example").text)


def test_a_gap_has_probably_grown() -> None:
    told = text(GROWN)

    assert "Watch list after wave 17: one entry" in told
    assert "the gap has probably grown since about March 2026, by 8 points (−4 to 20); that is not certain." in told


def test_a_small_band_has_no_size() -> None:
    assert "Equal say has probably fallen since about March 2026; that is not certain." in text(YOUNG)


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_is_said_in_every_language(language: str) -> None:
    narrowed = WatchedBand(GAP, "learning", "down", SINCE, Size(1, -4, 20), has_grown=False)
    risen = WatchedBand("over_10", "learning", "up", SINCE, Size(6, 2, 9))
    told = text(GROWN, YOUNG, narrowed, risen, WatchedBand(GAP, "learning", "up", SINCE, None), language=language)

    assert "%(" not in told
    assert language == "en" or "probably" not in told
