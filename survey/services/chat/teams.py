"""Teams: a workflow of the company takes address and card, and posts the card in a chat with that person.

A workflow says at once that it has begun (202), and not whether the person got the card. So the mail goes as well,
unless the workflow itself answers when it has posted (200).
"""

from collections import OrderedDict
from dataclasses import dataclass, field

from survey.services.chat.card import posted
from survey.services.chat.chatting import Away, Reached, ToPerson
from survey.services.chat.names import TEAMS_PEOPLE
from survey.services.chat.turns import Turns
from survey.services.hooks import Exchange, Exchanges, Hook, HookFault
from survey.services.hooks.message import JSON_TYPE, written

SOONER = 10_000
"""Deliveries that are remembered, so that a mail server that is away does not repeat the card with every try."""
BEGUN, NOT_THERE, TOO_MANY = 202, 404, 429


@dataclass(slots=True)
class Teams:
    hook: Hook
    exchanges: Exchanges
    turns: Turns = field(default_factory=Turns)
    name: str = TEAMS_PEOPLE
    _begun: OrderedDict[str, None] = field(default_factory=OrderedDict)

    def tell(self, message: ToPerson) -> Reached:
        if message.delivery in self._begun:
            return Reached.PERHAPS
        self.turns.check()
        reached = self._read(self._said(message))
        self.turns.took()
        if reached is Reached.PERHAPS:
            self._remember(message.delivery)
        return reached

    def _said(self, message: ToPerson) -> Exchange:
        body = {**posted(message.note), "recipient": message.to, "delivery": message.delivery}
        try:
            return self.exchanges.exchange(self.hook, written(body), {**JSON_TYPE, "Aloft-Delivery": message.delivery})
        except HookFault as fault:
            raise Away(str(fault)) from None

    def _read(self, said: Exchange) -> Reached:
        if said.status == TOO_MANY:
            self.turns.wait(said.headers.get("retry-after"))
        if said.status == BEGUN:
            return Reached.PERHAPS
        if said.status == NOT_THERE:
            return Reached.NO
        if said.status in range(200, 300):
            return Reached.YES
        raise Away(f"{said.status}")

    def _remember(self, delivery: str) -> None:
        self._begun[delivery] = None
        if len(self._begun) > SOONER:
            self._begun.popitem(last=False)
