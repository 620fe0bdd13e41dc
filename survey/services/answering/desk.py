"""Where a link is handed in: it opens the pulse, takes the answers, gives them back."""

import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta

from survey.db import Stores
from survey.errors import KeyIsLost
from survey.queries import people
from survey.queries.people import CompanyFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Item
from survey.services.answering.frozen import FrozenWave, freeze
from survey.services.answering.link import Link, follow, stored
from survey.services.answering.pulse import Pulse, Sent
from survey.services.answering.sending import send, withdraw

WAVES_BETWEEN_MODULES = 6
FRESH = timedelta(minutes=1)
"""How long a reply or a shift may go unseen on the pages of an open wave."""


A_MOMENT = timedelta(seconds=2)
"""Within which a request that opened a link also answers."""


@dataclass(frozen=True, slots=True)
class _HandedIn:
    """An open link as it was found, and what is stored of its person."""

    token: str
    at: datetime
    link: Link
    is_answered: bool
    has_comment: bool


class Desk:
    """One per process: it remembers what is the same for everybody in an open wave."""

    def __init__(self, stores: Stores, clock: Callable[[], datetime]) -> None:
        self._stores = stores
        self._clock = clock
        self._frozen: dict[int, tuple[datetime, FrozenWave]] = {}
        self._last = threading.local()

    def open(self, token: str, language: str | None) -> Pulse | None:
        handed_in = self._hand_in(token)
        if handed_in is None:
            return None
        # A request that answers opens the link first: what was found is still true a moment later, and if the wave
        # closes meanwhile the gate of the answers store says so.
        self._last.handed_in = handed_in
        return self._pulse(handed_in, language)

    def send(self, token: str, sent: Sent) -> bool:
        handed_in = self._again(token)
        if handed_in is None:
            return False
        link, frozen = handed_in.link, self._freeze(handed_in.link)
        return send(
            self._stores,
            link,
            sent,
            asked=frozenset(item.code for item in _items(link, frozen)),
            division=frozen.division(link.opened),
            had_comment=handed_in.has_comment,
        )

    def withdraw(self, token: str) -> bool:
        handed_in = self._again(token)
        return handed_in is not None and withdraw(self._stores, handed_in.link)

    def company(self) -> CompanyFacts:
        with self._stores.company.read() as session:
            found = people.company(session)
        if found is None:
            raise LookupError("no company is set up: run `aloft init`")
        return found

    def _hand_in(self, token: str) -> "_HandedIn | None":
        now = self._clock()
        # Without the epoch's key nothing can be stored that would not count twice: the link is as good as closed.
        try:
            link = follow(self._stores, token, now=now)
        except KeyIsLost:
            return None
        return None if link is None else _HandedIn(token, now, link, *stored(self._stores, link))

    def _again(self, token: str) -> "_HandedIn | None":
        """What this thread found a moment ago, or a new look."""
        last: _HandedIn | None = getattr(self._last, "handed_in", None)
        self._last.handed_in = None
        if last is not None and last.token == token and timedelta(0) <= self._clock() - last.at < A_MOMENT:
            return last
        return self._hand_in(token)

    def _pulse(self, handed_in: "_HandedIn", language: str | None) -> Pulse:
        link = handed_in.link
        opened, frozen = link.opened, self._freeze(link)
        wanted = (language or opened.language, opened.language, *frozen.questionnaire.languages)
        spoken = next(one for one in wanted if one in frozen.questionnaire.words)
        return Pulse(
            wave_id=opened.wave,
            person_id=opened.person,
            number=opened.number,
            company=opened.company,
            language=spoken,
            month=opened.opens_on,
            last_day=opened.last_day,
            results_on=frozen.results_on,
            next_on=frozen.next_on,
            k=opened.k,
            epoch_months=frozen.epoch_months,
            items=_items(link, frozen),
            words=frozen.questionnaire.words[spoken],
            groups=frozen.groups(opened),
            division=frozen.tree[frozen.division(opened)].name,
            reply=frozen.reply,
            is_answered=handed_in.is_answered,
        )

    def _freeze(self, link: Link) -> FrozenWave:
        made_at, frozen = self._frozen.get(link.opened.wave, (None, None))
        now = self._clock()
        if frozen is None or made_at is None or not timedelta(0) <= now - made_at < FRESH:
            with self._stores.company.read() as session:
                frozen = freeze(session, link.opened)
            self._frozen = {link.opened.wave: (now, frozen)}
        return frozen


def _items(link: Link, frozen: FrozenWave) -> tuple[Item, ...]:
    opened = link.opened
    return drawn_items(
        frozen.questionnaire,
        key=link.key,
        person_id=opened.person,
        wave_number=opened.number,
        first_wave_of_epoch=frozen.first_of_epoch,
        with_module=opened.with_module and opened.number % WAVES_BETWEEN_MODULES == 0,
    )
