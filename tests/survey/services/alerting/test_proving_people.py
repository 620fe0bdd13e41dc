"""A chat is proved by a test to people, as an invitation would go."""

from dataclasses import dataclass, field

import pytest

from survey.config import Settings
from survey.db import Stores
from survey.mail.sending import NotYet
from survey.services.alerting.proof import Proof, Trial
from survey.services.alerting.proving import prove
from survey.services.chat import Away, Reached
from survey.services.chat.chatting import ToPerson
from survey.services.hooks import Channels
from tests.survey.company import NOW, add_account, add_company
from tests.survey.services.alerting.test_hooked import Hooks

NAME = "slack-people"


@dataclass
class Chat:
    says: Reached | Exception
    told: list[ToPerson] = field(default_factory=list)
    name: str = NAME

    def tell(self, message: ToPerson) -> Reached:
        self.told.append(message)
        if isinstance(self.says, Exception):
            raise self.says
        return self.says


def proofs(stores: Stores, *chats: Chat, to: str = "") -> list[Proof]:
    settings = Settings()
    trial = Trial(settings, Channels(settings, Hooks()), lambda: NOW, to, chats)
    with stores.company.read() as session:
        return list(prove(session, trial, (NAME,)))


def test_a_chat_that_is_not_set_is_unset(stores: Stores) -> None:
    assert [(one.works, one.is_set) for one in proofs(stores)] == [(False, False)]


def test_each_ceo_is_told_or_whoever_is_named(stores: Stores) -> None:
    add_company(stores)
    add_account(stores, "ceo@meridian.example", "ceo")
    chat = Chat(Reached.YES)
    proofs(stores, chat)
    proofs(stores, chat, to="ops@meridian.example")

    assert [one.to for one in chat.told] == ["ceo@meridian.example", "ops@meridian.example"]
    assert chat.told[0].note.heading == "Test: alerts arrive here"


@pytest.mark.parametrize(
    ("says", "works", "words"),
    [
        (Reached.YES, True, "was taken"),
        (Reached.PERHAPS, True, "by mail as well"),
        (Reached.NO, False, "nobody is reached there"),
        (Away("200 invalid_auth"), False, "200 invalid_auth"),
        (NotYet(30), False, "asked to wait for 30 s"),
    ],
)
def test_what_came_of_it_is_said(stores: Stores, says: Reached | Exception, *, works: bool, words: str) -> None:
    (proof,) = proofs(stores, Chat(says), to="ops@meridian.example")

    assert proof.works is works
    assert words in proof.told
