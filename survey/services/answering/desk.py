"""Where a link is handed in: it opens the pulse, takes the answers, gives them back."""

from collections.abc import Callable
from datetime import datetime, timedelta

from survey.db import Stores
from survey.errors import KeyIsLost
from survey.queries import people
from survey.queries.people import CompanyFacts
from survey.questionnaires.drawing import drawn_items
from survey.questionnaires.questionnaire import Item
from survey.services.answering.frozen import FrozenWave, freeze
from survey.services.answering.link import Link, follow, has_answered
from survey.services.answering.pulse import Pulse, Sent
from survey.services.answering.sending import send, withdraw

WAVES_BETWEEN_MODULES = 6
FRESH = timedelta(minutes=1)
"""How long a reply or a shift may go unseen on the pages of an open wave."""


class Desk:
    """One per process: it remembers what is the same for everybody in an open wave."""

    def __init__(self, stores: Stores, clock: Callable[[], datetime]) -> None:
        self._stores = stores
        self._clock = clock
        self._frozen: dict[int, tuple[datetime, FrozenWave]] = {}

    def open(self, token: str, language: str | None) -> Pulse | None:
        link = self._follow(token)
        return None if link is None else self._pulse(link, language)

    def send(self, token: str, sent: Sent) -> bool:
        link = self._follow(token)
        if link is None:
            return False
        frozen = self._freeze(link)
        asked = frozenset(item.code for item in _items(link, frozen))
        return send(self._stores, link, sent, asked=asked, division=frozen.division(link.opened))

    def withdraw(self, token: str) -> bool:
        link = self._follow(token)
        return link is not None and withdraw(self._stores, link)

    def company(self) -> CompanyFacts:
        with self._stores.company.read() as session:
            found = people.company(session)
        if found is None:
            raise LookupError("no company is set up: run `aloft init`")
        return found

    def _follow(self, token: str) -> Link | None:
        # Without the epoch's key nothing can be stored that would not count twice: the link is as good as closed.
        try:
            return follow(self._stores, token, now=self._clock())
        except KeyIsLost:
            return None

    def _pulse(self, link: Link, language: str | None) -> Pulse:
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
            items=_items(link, frozen),
            words=frozen.questionnaire.words[spoken],
            groups=frozen.groups(opened),
            division=frozen.tree[frozen.division(opened)].name,
            reply=frozen.reply,
            is_answered=has_answered(self._stores, link),
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
