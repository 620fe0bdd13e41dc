"""The same company with protection switched off: every group of the menu that has k people is shown."""

from collections import defaultdict
from collections.abc import Iterator

from survey.queries.people import path_upwards
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES
from tests.redteam.release.knowing import WINDOW, Known, answers_of, said_in
from tests.redteam.release.life import Life, Wave

BANDS = {
    "tenure": ("under_1", "1_to_3", "3_to_10", "over_10"),
    "level": ("front_line", "lead", "executive"),
    "matched": ("stayed", "joined"),
}


def unprotected(life: Life, *, k: int) -> dict[tuple[str, int], Known]:
    """By principle and the waves whose numbers hang together, as `knowing.everything`."""
    found: dict[tuple[str, int], Known] = defaultdict(Known)
    for wave in life.waves:
        key = (wave.facts.number - 1) // WINDOW
        for principle in PRINCIPLES:
            known = found[principle, key]
            known.answers.update(said_in(wave, principle))
            for row in _menu(life, wave, principle):
                group = answers_of(life, wave, row)
                if len({person for _, person, _ in group}) >= k:
                    known.groups.append(group)
                    known.sums.append(float(sum(known.answers[answer] for answer in group)))
    return dict(found)


def _menu(life: Life, wave: Wave, principle: str) -> Iterator[Row]:
    for unit in wave.tree:
        yield _row(unit, "", "", principle)
        if len(path_upwards(wave.tree, unit)) <= 2:
            for factor, names in BANDS.items():
                if factor != "matched" or wave is not life.waves[0]:
                    yield from (_row(unit, factor, band, principle) for band in names)


def _row(unit: int, factor: str, band: str, measure: str) -> Row:
    return Row(unit, factor, band, measure, None, None, None)
