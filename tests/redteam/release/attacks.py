"""What an attacker tries who has every release, all rosters, perhaps an accomplice; and how often it worked."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

import numpy as np

from survey.errors import NotPossible
from survey.queries import releases
from survey.queries.releases import Row
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.closing.correcting import correct_wave
from survey.services.people.personal_data import erase
from survey.services.release.chain import check_chain
from tests.redteam.disclosure.bounds import known_answers
from tests.redteam.disclosure.information_set import exposed_by_guessing
from tests.redteam.disclosure.mixed_integer import exposed_by_program
from tests.redteam.disclosure.published import Published
from tests.redteam.release.knowing import ITEMS, Known, answers_of, said_in, shown
from tests.redteam.release.life import Life, Wave

Systems = Mapping[tuple[str, int], Known]
K = 5
GUESSES = 3
MOST_FOR_A_PROGRAM = 110
"""People of a company whose numbers are also searched by the mixed-integer program."""


@dataclass(frozen=True, slots=True)
class Found:
    """Systems of numbers looked at, and those in which something was found."""

    n_tried: int
    n_found: int


def some_of(systems: Systems, rng: np.random.Generator, *, n_people: int) -> Systems:
    """All systems of a small company; of a larger one those that there is time for, of one wave each."""
    if n_people <= 220:
        return systems
    keys = [key for key in systems if systems[key].groups and key[0] in PRINCIPLES]
    chosen = [keys[int(at)] for at in rng.choice(len(keys), size=1 if n_people > 450 else 2, replace=False)]
    return {key: systems[key].of_wave(int(rng.choice([wave for wave, *_ in systems[key].answers]))) for key in chosen}


def guess_combinations(systems: Systems, rng: np.random.Generator) -> Found:
    """A combination about fewer than k people, by guessing whom it is not about."""
    return _count(exposed_by_guessing(one, rng, k=K, guesses=GUESSES) for one in _published(systems))


def search_combinations(systems: Systems, *, most: int = 1) -> Found:
    """The same by a mixed-integer program, which finds any there is; it takes its time, so that it looks at few."""
    small = [one for one in _published(systems) if np.unique(one.person).size <= MOST_FOR_A_PROGRAM]
    return _count(exposed_by_program(one, k=K) for one in small[:most])


def bound_answers(systems: Systems, rng: np.random.Generator) -> Found:
    """An answer known to less than one step."""
    return _count(known_answers(one, rng).any() for one in _published(_rated(systems)))


def bound_with_accomplice(systems: Systems, rng: np.random.Generator) -> Found:
    """The same, where one person tells the attacker what they answered."""
    return _count(
        known_answers(one, rng, known=one.person == rng.choice(one.person)).any() for one in _published(_rated(systems))
    )


def subtract_distributions(life: Life) -> Found:
    """What is left of a distribution without those of divisions: fewer than ten people, or k agreeing all but one."""
    return _count(_tells(life, wave, item) for wave in life.waves for item in ITEMS)


def correct(life: Life, rng: np.random.Generator) -> Found:
    """Have the answers of three, or of ten in one unit, or of a whole unit removed, and compare the versions."""
    wave = life.waves[-1]
    before = [(wave, row) for row in shown(life, wave)]
    found = []
    for people in _groups(wave, rng):
        try:
            correct_wave(
                life.running.stores,
                wave.facts.number,
                [f"P{person:04d}" for person in people],
                reason="asked by mistake",
                now=life.running.now,
            )
        except NotPossible:
            found.append(False)
            continue
        kept = replace(wave, said={p: s for p, s in wave.said.items() if p not in people})
        life.waves[-1] = kept
        after = [(kept, row) for row in shown(life, kept)]
        found.append(_differs(life, wave, [*before, *after], rng))
        break
    life.waves[-1] = wave
    return _count(found)


def have_people_erased(life: Life) -> Found:
    """Have people erased after the close, and look whether any published number moves."""
    stores, wave = life.running.stores, life.waves[-1]
    with stores.company.read() as session:
        before = [releases.rows(session, one.number) for one in releases.chain(session)]
    for person in sorted(wave.said)[:3]:
        erase(stores, f"P{person:04d}", account=None, now=life.running.now)
    with stores.company.read() as session:
        after = [releases.rows(session, one.number) for one in releases.chain(session)]
        return _count([before != after or check_chain(session) is not None])


def _published(systems: Systems) -> list[Published]:
    return [known.published() for known in systems.values() if known.groups]


def _rated(systems: Systems) -> Systems:
    """Without hours, whose answers go beyond 5."""
    return {key: known for key, known in systems.items() if not key[0].startswith("H")}


def _count(found: Iterable[object]) -> Found:
    results = [bool(one) for one in found]
    return Found(len(results), sum(results))


def _tells(life: Life, wave: Wave, item: str) -> bool:
    rows = [row for row in shown(life, wave) if row.measure == item and row.counts]
    if not rows:
        return False
    company = max(rows, key=lambda row: row.people or 0)
    parts = [np.array(row.counts) for row in rows if row is not company]
    rest = np.array(company.counts) - sum(parts, np.zeros(len(company.counts or ()), np.int64))
    return any(0 < part.sum() < 2 * K or (part.sum() and part.sum() - part.max() < K) for part in (*parts, rest))


def _groups(wave: Wave, rng: np.random.Generator) -> list[set[int]]:
    answered = sorted(wave.said)
    unit = wave.places[answered[0]].answer_unit
    together = [person for person in answered if wave.places[person].answer_unit == unit]
    some = [set(rng.choice(answered, size=size, replace=False).tolist()) for size in (3, 10)]
    return [*some, set(together[:10]), set(together), set(answered[: len(answered) // 2])]


def _differs(life: Life, wave: Wave, rows: list[tuple[Wave, Row]], rng: np.random.Generator) -> bool:
    """Whether the versions of the last wave's release together tell of fewer than k."""
    for principle in {item.principle for item in ITEMS.values() if item.principle}:
        known = Known(said_in(wave, principle), [], [])
        for of, row in rows:
            life.waves[-1] = of
            if row.measure == principle and not row.band.endswith("_then"):
                known.groups.append(answers_of(life, of, row))
        if known.groups and exposed_by_guessing(known.published(), rng, k=K, guesses=GUESSES):
            return True
    return False
