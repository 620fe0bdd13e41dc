"""Where the people of an earlier wave stood: told by the vault's key while the epoch runs, and kept nowhere."""

from collections.abc import Sequence
from dataclasses import dataclass

from survey.db import Stores
from survey.queries import vault, waves
from survey.queries.answers import Stored
from survey.queries.people import Node
from survey.queries.waves import Place, WaveFacts
from survey.services.linking import derive


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier wave: its tree and, by the id of their row, the places of those who answered."""

    wave: WaveFacts
    tree: dict[int, Node]
    rows: Sequence[Stored]
    places: dict[bytes, Place]


def earlier_wave(stores: Stores, wave: WaveFacts, rows: Sequence[Stored], *, n_answered: int) -> Earlier | None:
    """None where it can no longer be told: the key is lost, or a person's data have been erased since."""
    with stores.vault.read() as session:
        key = vault.key_of(session, wave.epoch)
    if key is None:
        return None
    with stores.company.read() as session:
        roster, tree = waves.roster(session, wave.id), waves.frozen_tree(session, wave.id)
    wanted = {row.id for row in rows}
    places = {
        id_: place for place in roster if (id_ := derive.response_id(key, wave=wave.id, person=place.person)) in wanted
    }
    return Earlier(wave, tree, rows, places) if len(places) == len(rows) == n_answered else None
