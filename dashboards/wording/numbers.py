"""Numbers in words: true minus, whole points, ranges that do not break over a line."""

from collections.abc import Sequence
from math import floor, isfinite

MINUS = "\N{MINUS SIGN}"
KEPT = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"
SMALL_COUNT = 20
BAND = 5
UNKNOWN_RANGE = f"±{KEPT}?"
WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")


def rounded(value: float, decimals: int = 0) -> str:
    """The value with a true minus; halves away from zero, never a minus zero."""
    scale = 10**decimals
    digits = f"{floor(abs(value) * scale + 0.5) / scale:.{decimals}f}"
    return f"{MINUS}{digits}" if value < 0 and float(digits) else digits


def signed(value: float, decimals: int = 0) -> str:
    text = rounded(value, decimals)
    return f"+{text}" if value > 0 and float(text) else text


def span(low: float, high: float, decimals: int = 0) -> str:
    """A range for sentences, "6 to 12"."""
    return f"{rounded(low, decimals)}{KEPT}to{KEPT}{rounded(high, decimals)}"


def signed_span(low: float, high: float, decimals: int = 0) -> str:
    return f"{signed(low, decimals)}{KEPT}to{KEPT}{signed(high, decimals)}"


def decimals_for(low: float, high: float) -> int:
    """Whole points, unless the range is so narrow that its ends could read the same."""
    return 1 if 0 < high - low < 1 else 0


def level(value: float, low: float, high: float) -> str:
    """A level with its range, "64 (63 to 65)"."""
    if not isfinite(value):
        return "unknown"
    if not (isfinite(low) and isfinite(high)):
        return f"{rounded(value)} (range unknown)"
    decimals = decimals_for(low, high)
    return f"{rounded(value, decimals)} ({span(low, high, decimals)})"


def size(value: float, low: float, high: float) -> str:
    """The size of a change with its range, "9 points (6 to 12)"."""
    decimals = decimals_for(low, high)
    return f"{points(value, decimals)} ({span(low, high, decimals)})"


def signed_size(value: float, low: float, high: float) -> str:
    """The same with its direction, "−4 points (−7 to −1)"."""
    decimals = decimals_for(low, high)
    word = points(value, decimals).rpartition(KEPT)[2]
    return f"{signed(value, decimals)}{KEPT}{word} ({signed_span(low, high, decimals)})"


def give_or_take(half_width: float) -> str:
    """Half a range for cells, "± 3"; one decimal where it would read as none."""
    if not isfinite(half_width):
        return UNKNOWN_RANGE
    return f"±{KEPT}{rounded(half_width, decimals_for(0, 2 * half_width))}"


def points(value: float, decimals: int = 0) -> str:
    text = rounded(value, decimals)
    return f"{text}{KEPT}{'point' if text.lstrip(MINUS) == '1' else 'points'}"


def share(value: float) -> str:
    """A share of 0 to 1 in percent, with a thin space."""
    return f"{rounded(100 * value)}{THIN}%"


def coefficient(value: float) -> str:
    """A reliability or a correlation, two digits after the point."""
    return rounded(value, 2) if isfinite(value) else "unknown"


def count(number: int) -> str:
    return f"{number:,}"


def answered(number: int) -> str:
    """How many answered: below 20 as a band, so that a page does not single anybody out."""
    if number <= 0:
        return "unknown"
    low, high = band_of(number)
    return count(number) if low == high else f"{low}–{high}"


def band_of(number: int) -> tuple[int, int]:
    """What is told of a count: itself from 20 on, and below that the five numbers among which it is."""
    if number >= SMALL_COUNT:
        return number, number
    first = number // BAND * BAND
    return max(first, 1), first + BAND - 1


def in_words(number: int) -> str:
    return WORDS[number] if 0 <= number < len(WORDS) else count(number)


def counted(number: int, one: str, many: str | None = None) -> str:
    """A count and its noun, "1 team", "2 teams"."""
    return f"{count(number)}{KEPT}{one if number == 1 else many or one + 's'}"


def listed(parts: Sequence[str]) -> str:
    """Parts as a list in a sentence, "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} and {parts[-1]}"


def listed_or(parts: Sequence[str]) -> str:
    """Parts as a choice in a sentence, "a, b or c"."""
    if len(parts) < 2:
        return "".join(parts)
    return f"{', '.join(parts[:-1])} or {parts[-1]}"


def opened(text: str) -> str:
    """The text as it stands at the head of a sentence."""
    return text[:1].upper() + text[1:]
