"""Which items a person is asked in a wave: drawn with the key of the epoch, stored nowhere, the same at every call.

Nothing but the key, the number of the person and the wave goes into it, so that what somebody was asked says nothing
about who they are; another epoch has another key, so that no order joins two epochs.
"""

import hmac
from collections.abc import Sequence
from hashlib import sha256
from typing import TypeVar

from survey.questionnaires.questionnaire import MODULES, PRINCIPLES, ROTATING, Item, Kind, Pack, Questionnaire

WAVES_BETWEEN_HOURS = 3
Drawn = TypeVar("Drawn")


def drawn_items(
    questionnaire: Questionnaire,
    *,
    key: bytes,
    person_id: int,
    wave_number: int,
    first_wave_of_epoch: int,
    with_module: bool = False,
) -> tuple[Item, ...]:
    """The items a person is asked, in order; waves are numbered from 1 over the whole programme."""
    turn = wave_number - first_wave_of_epoch
    if turn < 0:
        raise ValueError(f"wave_number: got {wave_number}; wanted at least first_wave_of_epoch = {first_wave_of_epoch}")
    lot = _Lot(key, person_id)
    rotating = [_rotating_item(questionnaire, principle, lot=lot, turn=turn) for principle in PRINCIPLES]
    packs = {Pack.LAST}
    if wave_number % WAVES_BETWEEN_HOURS == 0:
        packs.add(Pack.THIRD_WAVE)
    if with_module:
        packs.add(lot.shuffled(MODULES, "module", wave=wave_number)[0])
    rest = [item for item in questionnaire.items if item.pack in packs]
    return (
        *(item for item in questionnaire.items if item.pack is Pack.ANCHOR),
        *lot.shuffled(rotating, "order", wave=wave_number),
        *sorted(rest, key=lambda item: item.kind is Kind.COMMENT),
    )


def _rotating_item(questionnaire: Questionnaire, principle: str, *, lot: "_Lot", turn: int) -> Item:
    """All packs in three waves, each time another item of the pack until all were asked."""
    pack = lot.shuffled(ROTATING, "pack", principle)[turn % len(ROTATING)]
    items = lot.shuffled(questionnaire.in_pack(pack, principle), f"items {pack}", principle)
    return items[turn // len(ROTATING) % len(items)]


class _Lot:
    """What chance gives one person: a keyed hash of what is drawn, each part of fixed width."""

    def __init__(self, key: bytes, person_id: int) -> None:
        if len(key) != sha256().digest_size:
            raise ValueError(f"key: got {len(key)} bytes; wanted {sha256().digest_size}")
        self._key = key
        self._person = person_id.to_bytes(8, "big")

    def shuffled(self, values: Sequence[Drawn], label: str, principle: str = "", *, wave: int = 0) -> list[Drawn]:
        """All orders are equally likely, as far as 2²⁵⁶ numbers can be shared out among n! of them."""
        names = label.encode().ljust(16, b"\0") + principle.encode().ljust(16, b"\0")
        message = names + self._person + wave.to_bytes(4, "big")
        number = int.from_bytes(hmac.digest(self._key, message, "sha256"), "big")
        left, order = list(values), []
        while left:
            number, place = divmod(number, len(left))
            order.append(left.pop(place))
        return order
