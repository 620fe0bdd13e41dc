"""What is said of the instrument, as sentences."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any

from dashboards.board.values import PRINCIPLES, Range, Wave
from dashboards.voices.response_words import month
from dashboards.wording.numbers import KEPT, THIN, coefficient, counted, level, listed, opened, rounded

ENOUGH = 0.7
LITTLE = 0.6
MANY_STRAIGHT = 10.0
MANY_CANNOT_SAY = 20.0
NAMES = {"learning": "learning", "customer_truth": "customer truth", "equal_say": "equal say"}


def heading(wave: Wave, notable: Sequence[str], *, is_told: bool) -> str:
    at = f"wave{KEPT}{wave.number}"
    if not is_told:
        return f"How well the questions worked in {at} cannot be told."
    if not notable:
        return f"Nothing about the questions stood out in {at}."
    return f"{opened(counted(len(notable), 'thing'))} about the questions stood out in {at}."


def why_not(health: Mapping[str, Any] | None) -> str:
    if health is None:
        return "It was not worked out when the wave was closed: the release is older than this page."
    if not health:
        return "Fewer than 50 people answered. Reliability, and how people answer, are told from 50 on."
    return ""


def reliability(value: float | None) -> str:
    return "not told" if value is None else coefficient(value)


def measures(alpha: float | None, omega: float | None) -> str:
    """What the larger of the two means: alpha is a lower limit, and omega fails where questions differ in kind."""
    known = [one for one in (alpha, omega) if one is not None]
    if not known:
        return "Fewer than 50 people answered all of its questions, or their answers do not vary."
    best = max(known)
    if best >= ENOUGH:
        return "Its questions measure one thing: enough to compare groups and waves."
    if best >= LITTLE:
        return "Its questions measure one thing loosely: compare large groups, and read questions beside the score."
    return "Its questions ask about different things here: read them one by one before the score."


def straight(percent: float | None) -> str:
    """Of people who answer everything alike."""
    if percent is None:
        return "Not told: fewer than 50 people answered enough questions, or so few did it that it would be about them."
    if not percent:
        return "Nobody gave one answer to every question."
    told = f"{_percent(percent)} gave one answer to every question, although some questions ask the other way round."
    if percent >= MANY_STRAIGHT:
        return f"{told} That is many: their answers say little, and pull levels towards one another."
    return f"{told} That is few."


def notable(told: Mapping[str, Any], texts: Mapping[str, str]) -> tuple[str, ...]:
    """What somebody who runs the programme should look at."""
    return tuple(_notable(told, texts))


def _notable(told: Mapping[str, Any], texts: Mapping[str, str]) -> Iterator[str]:
    for principle in PRINCIPLES:
        both = [told.get(name, {}).get(principle) for name in ("alpha", "omega")]
        known = [one for one in both if one is not None]
        if known and max(known) < LITTLE:
            yield f"{opened(NAMES[principle])}: reliability {coefficient(max(known))}. {measures(*both)}"
    if told.get("straight", 0) >= MANY_STRAIGHT:
        yield straight(told["straight"])
    for code, percent in told.get("cannot_say", {}).items():
        if percent >= MANY_CANNOT_SAY and code in texts:
            yield f"{_percent(percent)} could not say: {texts[code]}"


def belief(waves: Sequence[Wave], levels: Sequence[Range | None]) -> str:
    """Whether people think that anything comes of it."""
    known = [(wave, one) for wave, one in zip(waves, levels, strict=True) if one is not None]
    if not known:
        return "Not shown in any wave so far."
    (first, then), (last, now) = known[0], known[-1]
    said = f"{level(now.value, now.low, now.high)} in {month(last)}"
    if len(known) == 1:
        return f"{said}. Whether that is more or less than before is unknown: one wave has no before."
    return f"{said}, {level(then.value, then.low, then.high)} in {month(first)}."


def history(waves: Sequence[Wave]) -> tuple[tuple[str, str], ...]:
    """Waves, epochs and changes of the questionnaire, as a list of facts."""
    epochs: dict[int, list[int]] = {}
    for wave in waves:
        epochs.setdefault(wave.epoch, []).append(wave.number)
    changed = [later.number for earlier, later in pairwise(waves) if earlier.questionnaire != later.questionnaire]
    spans = f"{counted(len(epochs), 'epoch')}: {listed([_waves(numbers) for numbers in epochs.values()])}"
    linked = "A person’s answers are linked within an epoch and never across two."
    asked = f"The same in all of them: {waves[-1].questionnaire}."
    if changed:
        asked = f"Changed with {listed([f'wave{KEPT}{one}' for one in changed])}: compare across with care."
    return (("Waves", counted(len(waves), "wave")), ("Epochs", f"{spans}. {linked}"), ("Questions", asked))


def _waves(numbers: Sequence[int]) -> str:
    if len(numbers) == 1:
        return f"wave{KEPT}{numbers[0]}"
    return f"waves{KEPT}{numbers[0]} to{KEPT}{numbers[-1]}"


def _percent(percent: float) -> str:
    return f"{rounded(percent, 0 if float(percent).is_integer() else 1)}{THIN}%"
