"""The roster: who belongs where when a wave opens, and which unit an answer will carry."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from survey.queries.people import Belonging, Node, path_upwards
from survey.queries.waves import Place
from survey.services.smallest import COMPANY_LEVEL_BELOW

YEAR = 365.25


def place(
    people: Iterable[Belonging], tree: Mapping[int, Node], *, on: date, epoch_begun_on: date, k: int
) -> list[Place]:
    """Everybody with the unit that their answer carries.

    Somebody who came into a unit since the epoch began would stand out in it, to whoever knows when: their answers
    carry the smallest unit above which at least `k` newcomers share.
    """
    people = list(people)
    root = next(unit for unit, node in tree.items() if node.parent is None)
    arrivals = Counter(above for one in people if one.since > epoch_begun_on for above in path_upwards(tree, one.unit))
    everybody_at_root = len(people) < COMPANY_LEVEL_BELOW

    def answer_unit(one: Belonging) -> int:
        if everybody_at_root:
            return root
        if one.since <= epoch_begun_on:
            return one.unit
        return next((above for above in path_upwards(tree, one.unit) if arrivals[above] >= k), root)

    return [Place(one.person, one.unit, answer_unit(one), tenure_band(one.hired_on, on), one.level) for one in people]


def tenure_band(hired_on: date | None, on: date) -> str:
    """Years here, in four bands."""
    if hired_on is None:
        return "unknown"
    years = (on - hired_on).days / YEAR
    if years < 1:
        return "under_1"
    if years < 3:
        return "1_to_3"
    return "3_to_10" if years < 10 else "over_10"
