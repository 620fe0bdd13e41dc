"""What stands below a heading and at the foot of a page."""

from dashboards.board.calendar import Calendar, day_and_year
from dashboards.board.source import Board

SCALE = "Levels run from 0 to 100; every range is a 90 % interval: about nine in ten such ranges hold the true value."
WAVES_OF_A_CHANGE = 12


def when(calendar: Calendar, number: int) -> str:
    """Which wave, "Wave 18, November 2026"."""
    return f"Wave {number}, {calendar.spoken(number)}"


def since_words(n_waves: int) -> str:
    """Over how many waves a change is told."""
    if n_waves == 1:
        return "Level now"
    over = f"over {WAVES_OF_A_CHANGE} waves" if n_waves > WAVES_OF_A_CHANGE else "since the first comparable wave"
    return f"Level now, and change {over}"


def release_line(board: Board) -> str:
    published = day_and_year(board.published_at.date())
    return f"Release {board.wave.number}.{board.version}, published {published}"
