"""A questionnaire as values: items, the words of the answer scale, the words fixed above the items."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

Text = Mapping[str, str]
"""The same text by language."""

PRINCIPLES = ("learning", "customer_truth", "equal_say")


class Kind(StrEnum):
    RATED = "rated"  # 1 to 5, or "cannot say"
    HOURS = "hours"  # a whole number, top-coded
    COUNT = "count"  # none, one, two, three, four or more: 0 to 4
    COMMENT = "comment"


class Pack(StrEnum):
    """Who is asked: everybody, or a third of people drawn by lot."""

    ANCHOR = "anchor"
    A = "a"
    B = "b"
    C = "c"
    LAST = "last"  # everybody, after the rotating items
    THIRD_WAVE = "third_wave"  # everybody, every third wave
    MODULE_1 = "module_1"  # the optional module: a random third each
    MODULE_2 = "module_2"
    MODULE_3 = "module_3"


ROTATING = (Pack.A, Pack.B, Pack.C)
MODULES = (Pack.MODULE_1, Pack.MODULE_2, Pack.MODULE_3)


@dataclass(frozen=True, slots=True)
class Item:
    """One question. Its code never means another wording; `principle` is "" for what belongs to none.

    `source` says where the idea comes from, `falling` what a falling score means.
    """

    code: str
    kind: Kind
    pack: Pack
    text: Text
    principle: str = ""
    facet: str = ""
    is_reversed: bool = False
    hint: Text | None = None
    source: str = ""
    falling: str = ""


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around the items in one language."""

    answers: tuple[str, str, str, str, str]
    cannot_say: str
    counts: tuple[str, str, str, str, str]
    customers: str
    team: str
    leaders: str
    lead_in: str


@dataclass(frozen=True, slots=True)
class Questionnaire:
    """A version of the questionnaire; `items` in the order in which they are asked."""

    code: str
    version: int
    items: tuple[Item, ...]
    words: Mapping[str, Words]

    @property
    def languages(self) -> tuple[str, ...]:
        return tuple(self.words)

    def in_pack(self, pack: Pack, principle: str = "") -> tuple[Item, ...]:
        return tuple(item for item in self.items if item.pack is pack and item.principle == principle)

    def item(self, code: str) -> Item:
        return next(item for item in self.items if item.code == code)
