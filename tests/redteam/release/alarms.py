"""Alarms as an oracle: is one told of too few people, alone or beside others, in a release, a page or a mail?"""

import re
from collections.abc import Iterator, Sequence

from survey.queries import releases
from survey.queries.people import path_upwards
from survey.queries.releases import Told
from survey.questionnaires.questionnaire import PRINCIPLES
from survey.services.closing.monitoring import Epoch, monitor_epoch
from survey.services.release.findings import ENOUGH_FOR_A_SIZE, Sight, findings
from tests.redteam.release.attacks import Found, K
from tests.redteam.release.knowing import ITEMS
from tests.redteam.release.life import QUESTIONNAIRE, Life, Wave, row_of
from tests.redteam.release.reading import mails, read

UNIT = re.compile(r"\bUnit (\d+)")
MAY_READ = ("hr", "ceo")
WAVES_PER_YEAR = 12


def ask_the_alarms(life: Life) -> Found:
    """What releases tell; and, where there are accounts, what of it stands on pages and in mails."""
    found = [one for wave in life.waves for one in _tell_of_few(wave, _told_in(life, wave))]
    if life.readers:
        found += _name_few(life)
    return Found(len(found), sum(found))


def ask_unprotected(life: Life) -> Found:
    """The engine's findings as of the last wave, of every unit by itself and of however few people."""
    wave = life.waves[-1]
    units = tuple(sorted(wave.tree))
    rows = [row_of(one, person, b"any") for one in life.waves for person in one.said]
    epoch = Epoch([one.facts for one in life.waves], rows, wave.tree, QUESTIONNAIRE, WAVES_PER_YEAR)
    heard = monitor_epoch(epoch, None)
    people = {(unit, name): len(_people(wave, unit, name)) for unit in units for name in PRINCIPLES}
    found = findings(heard.result, Sight(units, life.waves[0].facts.number, people, 1)) if heard else []
    told = list(_tell_of_few(wave, found))
    return Found(len(told), sum(told))


def _told_in(life: Life, wave: Wave) -> list[Told]:
    with life.running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.facts.id)
        return releases.told(session, facts.number) if facts else []


def _tell_of_few(wave: Wave, told: Sequence[Told]) -> Iterator[bool]:
    """Of fewer than 2k people; a size of fewer than fifty; or what is left beside others told of is fewer than k."""
    for one in told:
        people = _people(wave, one.unit_id, one.principle)
        sizes = [one.points, *((one.now or {}).get(name) for name in ("points", "low", "high"))]
        yield len(people) < 2 * K or (len(people) < ENOUGH_FOR_A_SIZE and any(size is not None for size in sizes))
        inside = {other.unit_id for other in told if other.principle == one.principle} - {one.unit_id}
        below = [unit for unit in inside if one.unit_id in path_upwards(wave.tree, unit)]
        beside = people.difference(*(_people(wave, unit, one.principle) for unit in below))
        yield 0 < len(beside) < K


def _people(wave: Wave, unit: int, principle: str) -> set[int]:
    """Who answered a question of the principle there."""
    return {
        person
        for person, sheet in wave.said.items()
        if unit in path_upwards(wave.tree, wave.places[person].answer_unit)
        and any(value is not None and ITEMS[code].principle == principle for code, value in sheet.items())
    }


def _name_few(life: Life) -> list[bool]:
    """Pages and mails on alarms that name a unit which never had 2k people, or that others than HR and CEO can read."""
    pages = read(life, ["alerts.page"]).bodies
    texts = [*(page.text for page in pages), *mails(life)]
    small = {unit for unit in life.town.above if max(_sizes(life, unit)) < 2 * K}
    named = [bool(small & {int(unit) for unit in UNIT.findall(text)}) for text in texts]
    return named + [page.reader not in MAY_READ for page in pages]


def _sizes(life: Life, unit: int) -> list[int]:
    return [sum(unit in path_upwards(one.tree, one.places[p].answer_unit) for p in one.said) for one in life.waves]
