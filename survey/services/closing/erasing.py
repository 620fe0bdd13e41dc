"""What a row loses when its wave closes, and what it loses when its epoch does."""

import secrets
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace

from survey.db import Stores
from survey.queries import answers
from survey.queries.people import Node
from survey.services.closing.coarsen import coarsened


def coarsen_wave(stores: Stores, wave: int, tree: Mapping[int, Node], *, k: int) -> None:
    """Erase tenure and level, raise units, write the rows anew in random order. Doing it again changes nothing."""
    with stores.answers.write() as session:
        rows = answers.responses(session, [wave])
        goes_to = coarsened(Counter(row.unit for row in rows), tree, k=k)
        answers.rewrite_all(
            session, wave, [replace(row, unit=goes_to[row.unit], tenure=None, level=None) for row in rows]
        )
        answers.rewrite_comments(session, wave)
    stores.answers.wipe("response", "comment")


def forget_pseudonyms(stores: Stores, waves: list[int]) -> None:
    """Give every row a random pseudonym of its own: nothing links two rows any more."""
    with stores.answers.write() as session:
        for wave in waves:
            rows = answers.responses(session, [wave])
            answers.rewrite_all(session, wave, [replace(row, pseudonym=secrets.token_bytes(32)) for row in rows])
    stores.answers.wipe("response", "comment")


def delete_old_rows(stores: Stores, waves: list[int]) -> None:
    """Rows and comments that were kept for one more epoch."""
    with stores.answers.write() as session:
        answers.delete_waves(session, waves)
    stores.answers.wipe("response", "comment")
