"""Ordinary moves in words: how many moved, how far such units usually do, and who they are."""

from dashboards.wording.numbers import counted, listed, points, signed, signed_span
from dashboards.wording.waves import wave_range


def title(scale: str, before: str, wave: str) -> str:
    return f"{scale}, {wave_range(before, wave)}"


def verdict(parent: str, counts: tuple[int, int, int], spread: tuple[float, float]) -> str:
    """One sentence; `counts` are units, those beyond their sampling error and the ordinary ones among them.

    `spread` is the middle of the units' changes and how far from it such units usually are, in points.
    """
    n_units, n_clear, n_ordinary = counts
    middle, usual = spread
    who = "them all" if n_ordinary == n_clear else f"{n_ordinary} of them"
    return (
        f"{n_clear} of {counted(n_units, 'part')} of {parent} moved by more than their sampling error; such parts "
        f"usually move by about {points(usual, 1)} around a middle of {signed(middle, 1)}, so that is ordinary "
        f"for {who}."
    )


def named(moves: list[tuple[str, float, float]], n_ordinary: int) -> str:
    """Who is ordinary, each as name, change and half the width of its interval; the rest as a count."""
    said = listed([f"{name} {moved(change, half)} ({interval(change, half)})" for name, change, half in moves])
    left = n_ordinary - len(moves)
    return f"Most answers: {said}; {counted(left, 'more', 'more')} in the table." if left else f"{said}."


def moved(change: float, half_width: float) -> str:
    return signed(change, _decimals(change, half_width))


def interval(change: float, half_width: float) -> str:
    return signed_span(change - half_width, change + half_width, _decimals(change, half_width))


def _decimals(change: float, half_width: float) -> int:
    """One decimal where an end that leaves out 0 would read as 0, or both ends as the same."""
    return 1 if half_width < 1 or abs(change) - half_width < 0.5 else 0
