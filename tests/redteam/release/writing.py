"""Comments of a made-up company: written in turn, moderated, and most of the time published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

import numpy as np
from sqlalchemy.orm import Session

from survey.db import Stores
from survey.errors import NotPossible
from survey.queries import answers
from survey.queries.people import Node, path_upwards
from survey.queries.waves import Place
from survey.services.comments.moderating import decide, moderation
from survey.services.comments.publishing import publish_comments
from survey.services.linking import derive
from survey.services.programme import By

WRITES, IS_WITHHELD, IS_PUBLISHED = 0.4, 0.15, 0.8


@dataclass(frozen=True, slots=True)
class Desk:
    """Where comments of a wave are taken in."""

    key: bytes
    wave: int
    places: Mapping[int, Place]
    tree: Mapping[int, Node]


def texts(people: Sequence[int], rng: np.random.Generator) -> dict[int, str]:
    """What some of them write, each something of their own, in the order in which it arrives."""
    writers = [int(one) for one in rng.permutation(people) if rng.random() < WRITES]
    return {person: f"remark {rng.bytes(8).hex()}" for person in writers}


def division_of(tree: Mapping[int, Node], place: Place) -> int:
    """The division a comment is stored with: that of the answers."""
    return path_upwards(tree, place.answer_unit)[-2:][0]


def write(session: Session, wrote: Mapping[int, str], desk: Desk) -> None:
    for person, text in wrote.items():
        id_ = derive.comment_id(desk.key, wave=desk.wave, person=person)
        division = division_of(desk.tree, desk.places[person])
        answers.put_comment(session, id_=id_, wave=desk.wave, division=division, text=text)


def moderate(stores: Stores, number: int, rng: np.random.Generator, *, now: datetime) -> None:
    """Withhold a few, and publish the others if the service lets one."""
    found, by = moderation(stores, number), By(None, now)
    if found is None or found.state != "waits":
        return
    decide(stores, number, {one.id: "names" for one in found.waiting if rng.random() < IS_WITHHELD}, by=by)
    seen = moderation(stores, number)
    assert seen
    if rng.random() < IS_PUBLISHED:
        try:
            publish_comments(stores, number, mark=seen.mark, by=by)
        except NotPossible:
            return
