"""The menu's counts: per block and item a histogram, taken while the rows still hold tenure and level."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from survey.queries.answers import Stored
from survey.queries.people import Node, path_upwards

CANNOT_SAY = "cannot_say"
ANY_ITEM = "people"
"""Beside the items: how many people answered anything in this block."""


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """What a count is about: a unit with all below it, and there perhaps one tenure band or one level."""

    unit: int
    tenure: str = ""
    level: str = ""


@dataclass(frozen=True, slots=True)
class Count:
    """Answers to one item in one block, by value."""

    block: Block
    item: str
    by_value: Mapping[str, int]

    def as_row(self) -> list[object]:
        return [self.block.unit, self.block.tenure, self.block.level, self.item, dict(self.by_value)]


def count(rows: Iterable[Stored], tree: Mapping[int, Node]) -> list[Count]:
    """All histograms, by block and item."""
    ways = {unit: path_upwards(tree, unit) for unit in tree}
    found: defaultdict[tuple[Block, str], Counter[str]] = defaultdict(Counter)
    for row in rows:
        for block in _blocks(ways[row.unit], row):
            found[block, ANY_ITEM][""] += 1
            for item, value in row.answers.items():
                found[block, item][CANNOT_SAY if value is None else str(value)] += 1
    return [Count(block, item, found[block, item]) for block, item in sorted(found)]


def _blocks(upwards: list[int], row: Stored) -> list[Block]:
    """The unit and all above it; tenure and level in the company and the division."""
    blocks = [Block(unit) for unit in upwards]
    for unit in upwards[-2:]:
        blocks += [Block(unit, tenure=row.tenure)] if row.tenure else []
        blocks += [Block(unit, level=row.level)] if row.level else []
    return blocks
