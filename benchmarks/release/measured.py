"""One release in a process of its own: python -m benchmarks.release.measured PEOPLE DIVISIONS TEAM."""

import json
import resource
import sys
import time
from dataclasses import asdict, dataclass

import numpy as np

from benchmarks.release.company import KEY, Staff, answered, hire, ours, wave
from survey.queries.answers import Stored
from survey.questionnaires.questionnaire import Questionnaire
from survey.services.linking import derive
from survey.services.release.earlier import Earlier
from survey.services.release.making import Closed, Made, make
from survey.services.release.window import Past


@dataclass(frozen=True, slots=True)
class Taken:
    """What the release of the third wave took; `kept` groups shown of `of` that are large enough."""

    rows: int
    seconds: float
    gib: float
    numbers: int
    kept: int
    of: int


def measure(people: int, divisions: int, team: float) -> Taken:
    """Three waves; the clock runs for the last, which looks at the two before."""
    rng, questionnaire = np.random.default_rng(20260101), ours()
    staff = hire(people, team=team, divisions=divisions, rng=rng)
    past: list[Past] = []
    for number in (1, 2):
        rows = list(answered(staff, number, questionnaire, rng))
        made = make(closed(staff, number, rows, past, questionnaire))
        past.append(Past(_earlier(staff, number, rows), made.rows))
    rows = list(answered(staff, 3, questionnaire, rng))
    last = closed(staff, 3, rows, past, questionnaire)
    begun = time.perf_counter()
    made = make(last)
    seconds = time.perf_counter() - begun
    return _taken(made, len(rows), seconds)


def closed(staff: Staff, number: int, rows: list[Stored], past: list[Past], questionnaire: Questionnaire) -> Closed:
    return Closed(
        wave=wave(number),
        tree=staff.tree,
        rows=rows,
        questionnaire=questionnaire,
        past=list(past),
        told_from=1,
        first_number=1,
        last_shown=past[-1].shown if past else (),
        is_company_alone=False,
    )


def _earlier(staff: Staff, number: int, rows: list[Stored]) -> Earlier:
    """What the vault's key tells of an earlier wave."""
    wanted = {row.id for row in rows}
    ids = ((derive.response_id(KEY, wave=number, person=place.person), place) for place in staff.places)
    return Earlier(wave(number), staff.tree, rows, {id_: place for id_, place in ids if id_ in wanted})


def _taken(made: Made, n_rows: int, seconds: float) -> Taken:
    gib = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20)
    certificate = made.certificate
    if certificate["verdict"] != "proved":
        raise RuntimeError(f"the release says {certificate['verdict']!r}")
    return Taken(n_rows, seconds, gib, len(made.rows), certificate["groups_shown"], certificate["groups_large_enough"])


if __name__ == "__main__":
    n_people, n_divisions, in_team = sys.argv[1:]
    print(json.dumps(asdict(measure(int(n_people), int(n_divisions), float(in_team)))))
