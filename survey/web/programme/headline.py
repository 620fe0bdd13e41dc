"""The sentence that would do as the page, and the one after it."""

from dataclasses import dataclass
from datetime import datetime

from survey.scheduling.dates import WaveDates
from survey.services.smallest import SMALLEST_COMPANY
from survey.services.standing import Standing, WaveRow
from survey.web.programme.days import percent, spoken

NO_WORKER = "A worker does that: see that `aloft serve` or `aloft worker` is running."
TOLD_LATER = "How many have answered is told when the wave has closed."


@dataclass(frozen=True, slots=True)
class Headline:
    heading: str
    lead: str


def headline(stands: Standing, now: datetime) -> Headline:
    """What to say of a programme that stands so."""
    if stands.open_row is not None:
        return _open(stands, stands.open_row, now)
    if stands.state == "paused":
        return Headline("The programme is paused: no wave opens until it runs again.", _looking_back(stands))
    if stands.state == "ended":
        return Headline("The programme has ended: no further wave opens.", _looking_back(stands))
    if stands.state == "running":
        return _between(stands, stands.coming)
    return _before(stands)


def of_wave(row: WaveRow, stands: Standing, now: datetime) -> str:
    """What one wave is."""
    wave = row.wave
    match wave.state:
        case "refused":
            return f"Wave {wave.number} was refused: nobody was asked."
        case "closed":
            return f"Wave {wave.number} is closed: {answered(row)}."
        case "open" if wave.closes_at > now:
            return (
                f"Wave {wave.number} is open until {spoken(wave.last_day, stands.today)}; "
                f"{row.n_asked:,} people are asked."
            )
        case _:
            return f"Wave {wave.number} is over and is being counted."


def answered(row: WaveRow) -> str:
    """As in: 431 of 612 people answered (70 %)."""
    asked, n_answered = row.n_asked or 0, row.n_answered or 0
    share = f" ({percent(n_answered, asked)})" if asked else ""
    return f"{n_answered:,} of {asked:,} people answered{share}"


def _before(stands: Standing) -> Headline:
    if stands.n_people < SMALLEST_COMPANY:
        heading = "No people are here yet." if not stands.n_people else f"Only {stands.n_people} people are here."
        return Headline(heading, f"A programme asks {SMALLEST_COMPANY} people or more. Import them first.")
    return Headline(
        f"{stands.n_people:,} people can be asked, and no programme runs yet.",
        "A programme asks a few questions at a steady pace. Once it is created, it runs by itself.",
    )


def _open(stands: Standing, row: WaveRow, now: datetime) -> Headline:
    heading = of_wave(row, stands, now)
    if row.wave.state == "closing" or row.wave.closes_at <= now:
        return Headline(heading, f"This takes seconds to minutes. {NO_WORKER}")
    return Headline(heading, f"{so_far(row, stands)} {_after(stands)}")


def so_far(row: WaveRow, stands: Standing) -> str:
    """What may be said of an open wave."""
    if row.so_far is None:
        return TOLD_LATER
    day = "this morning" if row.so_far.noted_on == stands.today else f"on {spoken(row.so_far.noted_on, stands.today)}"
    share = f"{row.so_far.percent}\N{NARROW NO-BREAK SPACE}%"
    return f"About {share} had answered {day}; the count follows when the wave has closed."


def _after(stands: Standing) -> str:
    if stands.state == "paused":
        return "The programme is paused: no wave follows until it runs again."
    if stands.state == "ended":
        return "The programme has ended: no wave follows."
    return f"Wave {stands.coming.number} follows on {_spoken(stands)}." if stands.coming else "No wave follows."


def _between(stands: Standing, coming: WaveDates | None) -> Headline:
    if coming is None:
        return Headline("No wave opens in the next twelve months.", _looking_back(stands))
    if coming.opens_on < stands.today:
        return Headline(f"Wave {coming.number} should have opened on {_spoken(stands)}.", NO_WORKER)
    if coming.opens_on == stands.today:
        return Headline(f"Wave {coming.number} opens today.", f"This takes seconds to minutes. {NO_WORKER}")
    return Headline(f"Wave {coming.number} opens on {_spoken(stands)}.", _looking_back(stands))


def _looking_back(stands: Standing) -> str:
    last = stands.last_closed
    return f"In wave {last.wave.number}, {answered(last)}." if last else f"{stands.n_people:,} people can be asked."


def _spoken(stands: Standing) -> str:
    return spoken(stands.coming.opens_on, stands.today) if stands.coming else ""
