"""The groups in which a person's answer may appear: what the page says before they answer."""

from collections.abc import Mapping

from survey.queries.invitations import Opened
from survey.queries.people import Node, path_upwards
from survey.services.answering.pulse import Group


def groups_of(opened: Opened, tree: Mapping[int, Node], asked: Mapping[tuple[int, str, str], int]) -> list[Group]:
    """Company first, then down to the team; then level and years here, in the company and the division."""
    upwards = path_upwards(tree, opened.unit)
    downwards = upwards[::-1]
    within = {unit: set(_below(tree, unit)) for unit in downwards}
    groups = [
        Group(tree[unit].name, "unit", "", sum(n for (at, _, _), n in asked.items() if at in within[unit]))
        for unit in downwards
    ]
    for unit in downwards[:2]:
        level = sum(n for (at, _, level), n in asked.items() if at in within[unit] and level == opened.level)
        groups.append(Group(tree[unit].name, "level", opened.level, level))
    for unit in downwards[:2]:
        band = sum(n for (at, tenure, _), n in asked.items() if at in within[unit] and tenure == opened.tenure)
        groups.append(Group(tree[unit].name, "tenure", opened.tenure, band))
    return groups


def _below(tree: Mapping[int, Node], unit: int) -> list[int]:
    return [other for other in tree if unit in path_upwards(tree, other)]
