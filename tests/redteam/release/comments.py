"""Published comments: can one be tied to a person by its place, by the order, by when it can be read?"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from scipy.stats import kendalltau

from survey.queries import comments
from survey.queries.waves import Place
from survey.services.comments.blocks import FEWEST_COMMENTS, FEWEST_PEOPLE
from tests.redteam.harvest import Harvest
from tests.redteam.release.attacks import Found
from tests.redteam.release.life import Life, Wave
from tests.redteam.release.reading import read
from tests.redteam.release.writing import division_of

PAGES = ("dashboards.comments", "dashboards.comments_csv", "moderation.page")
BY_CHANCE = 1e-6
"""How seldom an order tells of another by chance; a few thousand are looked at in all companies together."""


@dataclass(frozen=True, slots=True)
class Listed:
    """Comments as they stand somewhere: in which order, each beside the people one of whom must have written it."""

    wave: Wave
    order: tuple[str, ...]
    beside: Mapping[str, frozenset[int]]


def tie_to_people(life: Life) -> Found:
    """Everything that accounts can read of comments, and the order in which the published ones lie in the store."""
    if not life.readers:
        return Found(0, 0)
    seen = read(life, PAGES)
    found = [one for wave in life.waves for each in _listed(life, wave, seen) for one in _tied(each)]
    found += [one for wave in life.waves for one in _unpublished(life, wave, seen)]
    return Found(len(found), sum(found))


def tie_unprotected(life: Life) -> Found:
    """The same of comments that stand under the writer's own unit, in the order in which they came."""
    found: list[bool] = []
    for wave in life.waves:
        units = {text: wave.places[person].unit for person, text in wave.wrote.items()}
        beside = {text: _who(wave, lambda place, mine=unit: place.unit == mine) for text, unit in units.items()}
        found += _tied(Listed(wave, tuple(wave.wrote.values()), beside))
    return Found(len(found), sum(found))


def _tied(listed: Listed) -> Iterator[bool]:
    """Whether a comment stands beside few people, or with few others; whether the order tells of one that is known."""
    alike = Counter(listed.beside.values())
    for text in listed.order:
        beside = listed.beside.get(text)
        if beside is not None:
            yield len(beside) < FEWEST_PEOPLE or alike[beside] < FEWEST_COMMENTS
    arrived = list(listed.wave.wrote)
    writer = {text: person for person, text in listed.wave.wrote.items()}
    people = [writer[text] for text in listed.order]
    units = [listed.wave.places[person].unit for person in people]
    for known in ([arrived.index(person) for person in people], people, units):
        if len(set(known)) > 1:
            yield bool(kendalltau(range(len(known)), known).pvalue < BY_CHANCE)


def _listed(life: Life, wave: Wave, seen: Harvest) -> Iterator[Listed]:
    """As each page and file has them, and as they lie in the store."""
    texts = set(wave.wrote.values())
    lines = [one for one in seen.of("hr").at("dashboards.comments_csv").lines if one["comment"] in texts]
    beside = _beside(wave, {line["comment"]: line["part"] for line in lines})
    for body in seen.bodies:
        order = sorted((text for text in texts if text in body.text), key=body.text.index)
        yield Listed(wave, tuple(order), beside if body.endpoint != "moderation.page" else {})
    yield Listed(wave, tuple(_published(life, wave)), beside)


def _beside(wave: Wave, parts: Mapping[str, str]) -> dict[str, frozenset[int]]:
    """The people who answered in the division whose name a comment bears; of all others, those of no such division."""
    named = {part: int(part.split()[1]) for part in parts.values() if part.startswith("Unit ") and part != "Unit 1"}
    others = _who(wave, lambda place: division_of(wave.tree, place) not in named.values())
    people = {
        part: _who(wave, lambda place, mine=unit: division_of(wave.tree, place) == mine) for part, unit in named.items()
    }
    return {text: people.get(part, others) for text, part in parts.items()}


def _unpublished(life: Life, wave: Wave, seen: Harvest) -> Iterator[bool]:
    """Whether a comment can be read that was not let through, or not yet: by others than its moderator."""
    published = set(_published(life, wave))
    for text in set(wave.wrote.values()) - published:
        readers = {body.reader for body in seen.bodies if text in body.text}
        yield bool(readers - (set() if published else {"hr"}))


def _published(life: Life, wave: Wave) -> list[str]:
    """In the order of the store."""
    with life.running.stores.company.read() as session:
        return [one.text for one in comments.of_wave(session, wave.facts.id)]


def _who(wave: Wave, stands: Callable[[Place], bool]) -> frozenset[int]:
    return frozenset(person for person in wave.said if stands(wave.places[person]))
