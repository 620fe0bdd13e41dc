"""The made-up people answer a wave: drawn, derived and stored as those of real people, many in one transaction."""

from collections.abc import Mapping

import numpy as np

from survey.db import Stores
from survey.queries import answers, invitations
from survey.queries.waves import WaveFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Item, Kind
from survey.services.answering.frozen import freeze
from survey.services.answering.link import Link
from survey.services.answering.pulse import Sent
from survey.services.answering.sending import row_of
from survey.services.linking.epoch_key import key_of
from survey.services.living.comments import COMMENTS
from survey.services.living.story import PRINCIPLES

Sheet = np.typing.NDArray[np.int64]
SHARE_THAT_WRITES = 0.06


def answer_wave(stores: Stores, wave: WaveFacts, sheets: Mapping[int, Sheet], rng: np.random.Generator) -> int:
    """Store what each person has to say, by id of the person; how many did."""
    key = key_of(stores, wave.epoch)
    with stores.company.read() as session:
        links = [Link(opened, key) for opened in invitations.all_opened(session, wave.id) if opened.person in sheets]
        frozen = freeze(session, links[0].opened)
    with stores.answers.write() as session:
        for link in links:
            items = drawn_items(
                frozen.questionnaire,
                key=key,
                person_id=link.opened.person,
                wave_number=wave.number,
                first_wave_of_epoch=frozen.first_of_epoch,
            )
            chosen = {item.code: _value(item, sheets[link.opened.person], rng) for item in items if _is_answered(item)}
            answers.put_response(session, row_of(link, Sent(chosen, ""), asked=frozenset(chosen)))
            if rng.random() < SHARE_THAT_WRITES:
                text = str(rng.choice(COMMENTS))
                division = frozen.division(link.opened)
                answers.put_comment(session, id_=link.comment_id, wave=wave.id, division=division, text=text)
    return len(links)


def _is_answered(item: Item) -> bool:
    return item.kind in (Kind.RATED, Kind.HOURS)


def _value(item: Item, sheet: Sheet, rng: np.random.Generator) -> int | None:
    if item.kind is Kind.HOURS:
        return int(rng.gamma(1.2, 6.0))
    if item.principle not in PRINCIPLES:
        return int(np.clip(round(rng.normal(2.9, 1.0)), 1, 5))
    if rng.random() < 0.04:
        return None
    value = int(sheet[PRINCIPLES.index(item.principle), int(item.code[1:]) - 1])
    return 6 - value if item.is_reversed else value
