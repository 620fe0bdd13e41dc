"""What stands beside the numbers of a release: does it say more than they do?"""

from dataclasses import replace

from analysis.trend import Motion
from survey.queries import releases
from survey.queries.releases import Level, Parts, ReleaseFacts
from survey.services.estimates.levels import About, levels_of
from survey.services.estimates.making import PUBLISHED_HEALTH
from survey.services.estimates.series import WaveMeans, means_of, series_of
from survey.services.release.findings import ENOUGH_FOR_A_SIZE
from tests.redteam.release.attacks import Found, K
from tests.redteam.release.knowing import shown
from tests.redteam.release.life import Life, Wave


def read_the_estimates(life: Life) -> Found:
    """A level that does not follow from published sums, or something from linked answers about fewer than fifty."""
    found = []
    for at, wave in enumerate(life.waves):
        waves = [_means(life, one) for one in life.waves[: at + 1]]
        people = [{(unit, name): n for unit, name, n, _ in one.means} for one in waves]
        facts, levels, parts = _estimates(life, wave)
        trend = {name: Motion(**one) for name, one in ((facts.health or {}).get("trend") or {}).items()}
        again = levels_of(series_of(waves, k=K), trend, About({}, {}))
        found += [_bare(one) not in map(_bare, again) for one in levels]
        found += [one.unseen_12 is not None and people[at][one.unit_id, one.principle] < 2 * K for one in levels]
        begins = [people[one.since - 1].get((one.unit_id, one.principle), 0) for one in parts]
        found += [n < ENOUGH_FOR_A_SIZE for n in begins]
        found.append(bool(set(facts.health or ()) - set(PUBLISHED_HEALTH)) and len(wave.said) < ENOUGH_FOR_A_SIZE)
    return Found(len(found), sum(map(bool, found)))


def _means(life: Life, wave: Wave) -> WaveMeans:
    facts, _, _ = _estimates(life, wave)
    return WaveMeans(wave.facts.number, wave.facts.opens_on, facts.spread, means_of(shown(life, wave)))


def _estimates(life: Life, wave: Wave) -> tuple[ReleaseFacts, list[Level], list[Parts]]:
    with life.running.stores.company.read() as session:
        facts = releases.of_wave(session, wave.facts.id)
        assert facts
        return facts, releases.levels(session, facts.number), releases.parts(session, facts.number)


def _bare(level: Level) -> Level:
    """Without the number of people asked, and what could go unseen, which is told of large units in half points."""
    return replace(level, asked=None, unseen_3=None, unseen_6=None, unseen_12=None)
