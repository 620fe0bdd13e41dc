"""What people typed becomes numbers, days and hours."""

from datetime import date, datetime, time


class Unreadable(ValueError):
    """What was got, and what is wanted."""


def whole(typed: str, what: str, *, most: int, least: int = 1) -> int:
    text = typed.strip()
    if not (text.isascii() and text.isdigit() and len(text) <= 9 and least <= int(text) <= most):
        raise Unreadable(f"{what}: got {typed!r}; wanted a number from {least} to {most:,}")
    return int(text)


def wholes(typed: str, what: str, *, most: int) -> tuple[int, ...]:
    """Numbers with commas or spaces between them, each once, the smallest first."""
    return tuple(sorted({whole(part, what, most=most) for part in typed.replace(",", " ").split()}))


def day(typed: str, what: str) -> date:
    try:
        return date.fromisoformat(typed.strip())
    except ValueError:
        raise Unreadable(f"{what}: got {typed!r}; wanted one such as 2026-12-07") from None


def hour(typed: str, what: str) -> time:
    try:
        return datetime.strptime(typed.strip(), "%H:%M").time()  # noqa: DTZ007 -- the clock of each person
    except ValueError:
        raise Unreadable(f"{what}: got {typed!r}; wanted one such as 09:00") from None
