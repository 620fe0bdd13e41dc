"""A programme that runs in a small company, and waves that are answered, through the services alone."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta

from survey.db import Stores
from survey.queries import invited, programme
from survey.queries.waves import WaveFacts
from survey.questionnaires.reading import our_file
from survey.scheduling.plan import Plan
from survey.services.answering.desk import Desk
from survey.services.answering.pulse import Sent
from survey.services.closing.close import close_wave
from survey.services.linking import derive
from survey.services.linking.epoch_key import key_of
from survey.services.programme import By, create_programme
from survey.services.upcoming import next_wave
from survey.services.waves.opening import open_wave
from tests.survey.factories import add_company

STARTS = date(2026, 1, 5)
OURS = our_file()


@dataclass
class Running:
    """A programme with a clock that the test moves."""

    stores: Stores
    now: datetime

    def clock(self) -> datetime:
        return self.now

    def open_next(self) -> WaveFacts:
        with self.stores.company.read() as session:
            plan = programme.current_programme(session)
            assert plan
            dates = next_wave(session, plan)
        assert dates
        self.now = datetime.combine(dates.opens_on, time(9), UTC)
        return open_wave(self.stores, dates=dates, now=self.now)

    def tokens(self, wave: WaveFacts) -> dict[int, str]:
        """The personal link of each person who was invited, as the mail would hold it."""
        key = key_of(self.stores, wave.epoch)
        with self.stores.company.read() as session:
            found = invited.invitations(session, wave.id)
        return {one.person: derive.link_token(key, one.id) for one in found}

    def answer(self, wave: WaveFacts, choose: Callable[[int, str], int], *, share: float = 1.0) -> None:
        """Let the first `share` of the people answer every rated item."""
        desk = Desk(self.stores, self.clock)
        tokens = sorted(self.tokens(wave).items())
        for person, token in tokens[: round(share * len(tokens))]:
            pulse = desk.open(token, None)
            assert pulse
            rated = [item.code for item in pulse.items if item.principle]
            assert desk.send(token, Sent({code: choose(person, code) for code in rated}, ""))

    def withdraw(self, wave: WaveFacts, *, person: int) -> None:
        assert Desk(self.stores, self.clock).withdraw(self.tokens(wave)[person])

    def close(self, wave: WaveFacts) -> None:
        self.now = wave.closes_at + timedelta(minutes=1)
        close_wave(self.stores, wave.id, now=self.now)


def start(stores: Stores, *, plan: Plan | None = None, zones: tuple[str, ...] = ("UTC",), **company: int) -> Running:
    """A monthly programme in a company of forty, the day before its first wave."""
    now = datetime(2026, 1, 4, 12, tzinfo=UTC)
    with stores.company.write() as session:
        add_company(session, zones=zones, **company)
        create_programme(
            session,
            plan or Plan(rule="monthly", starts_on=STARTS),
            questionnaire=OURS,
            with_module=False,
            by=By(None, now),
        )
    return Running(stores, now)


def open_now(stores: Stores, **company: int) -> tuple[Running, WaveFacts]:
    """A programme whose first wave opened this morning by the real clock, for servers that have no other."""
    now = datetime.now(UTC)
    running = start(stores, plan=Plan(rule="FREQ=DAILY;INTERVAL=28", starts_on=now.date()), **company)
    with stores.company.read() as session:
        plan = programme.current_programme(session)
        assert plan
        dates = next_wave(session, plan)
    assert dates
    today = replace(dates, opens_on=now.date(), last_day=now.date() + timedelta(days=9))
    running.now = now
    return running, open_wave(stores, dates=today, now=now)
