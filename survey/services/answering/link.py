"""From the secret part of a link to the pulse it opens."""

from dataclasses import dataclass
from datetime import datetime

from survey.db import Stores
from survey.queries import answers, invitations
from survey.queries.invitations import Opened
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of


@dataclass(frozen=True, slots=True)
class Link:
    """An open link, and the key with which its person's rows are found."""

    opened: Opened
    key: bytes

    @property
    def response_id(self) -> bytes:
        return derive.response_id(self.key, wave=self.opened.wave, person=self.opened.person)

    @property
    def comment_id(self) -> bytes:
        return derive.comment_id(self.key, wave=self.opened.wave, person=self.opened.person)

    @property
    def pseudonym(self) -> bytes:
        return derive.pseudonym(self.key, person=self.opened.person, unit=self.opened.unit)


def follow(stores: Stores, token: str, *, now: datetime) -> Link | None:
    """The pulse behind a link; None for every link that is not open, whatever is wrong with it."""
    with stores.company.read() as session:
        opened = invitations.opened(session, derive.token_hash(token), now=now)
    return None if opened is None else Link(opened, key_of(stores, opened.epoch))


def has_answered(stores: Stores, link: Link) -> bool:
    with stores.answers.read() as session:
        return answers.has_response(session, link.response_id)
