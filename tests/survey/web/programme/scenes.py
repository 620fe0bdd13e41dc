"""A programme at the company of these tests, put where a test wants it, without its answers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from survey.db import Stores
from survey.models.company.people import Membership, Person
from survey.queries import closings, invited, programme, waves
from survey.queries.invited import Invited
from survey.queries.waves import WaveFacts
from survey.questionnaires.reading import our_file
from survey.scheduling.plan import Plan
from survey.services.programme import By, create_programme
from tests.survey.company import NOW, SALES

MONTHLY = Plan(rule="monthly", starts_on=date(2026, 11, 2), countries=("SE",), home_zone="Europe/Stockholm")
"""Wave 1 is open from 2 to 13 November, wave 2 opens on 7 December."""


def add_people(stores: Stores, n: int) -> list[int]:
    with stores.company.write() as session:
        added = [
            Person(
                key=f"P{number}",
                name=f"Person {number}",
                mail=f"p{number}@meridian.example",
                level="front_line",
                language="en",
                country="SE",
                time_zone="Europe/Stockholm",
            )
            for number in range(n)
        ]
        session.add_all(added)
        session.flush()
        ids = [one.id for one in added]
        session.add_all(Membership(person_id=one, unit_id=SALES, from_on=date(2020, 1, 1)) for one in ids)
        return ids


@dataclass(frozen=True)
class Scene:
    """A programme with `people`, and waves that are put into it."""

    stores: Stores
    programme: int
    people: list[int]

    def wave(self, number: int, state: str, opens_on: date, *, answered: int = 0, days: int = 11) -> WaveFacts:
        """A wave that was opened; everybody is asked."""
        last_day = opens_on + timedelta(days=days)
        with self.stores.company.write() as session:
            epoch = programme.last_epoch(session, self.programme) or programme.add_epoch(
                session, programme=self.programme, number=1, begun_on=opens_on
            )
            wave = waves.add_wave(
                session,
                state=state,
                programme_id=self.programme,
                epoch_id=epoch.id,
                number=number,
                opens_on=opens_on,
                last_day=last_day,
                opens_at=datetime.combine(opens_on, time(8), UTC),
                closes_at=datetime.combine(last_day, time(23), UTC),
                is_last_of_epoch=False,
                k=5,
                questionnaire="aloft-1",
                closed_at=datetime.combine(last_day, time(23, 5), UTC) if state == "closed" else None,
            )
            if state == "closed":
                closings.add_closing(session, wave=wave, n_asked=len(self.people), n_answered=answered)
            elif state == "open":
                drawn = [Invited(bytes([number]) * 12 + one.to_bytes(4), one, one.to_bytes(32)) for one in self.people]
                invited.invite(session, wave, drawn)
            return waves.wave(session, wave)


def begin(stores: Stores, *, n_people: int = 20, plan: Plan = MONTHLY) -> Scene:
    people = add_people(stores, n_people)
    with stores.company.write() as session:
        made = create_programme(session, plan, questionnaire=our_file(), with_module=False, by=By(None, NOW))
    return Scene(stores, made, people)


def open_since_today(stores: Stores) -> Scene:
    """Wave 1 opened this morning."""
    scene = begin(stores, plan=Plan(rule="four_weekly", starts_on=NOW.date(), home_zone="Europe/Stockholm"))
    scene.wave(1, "open", NOW.date())
    return scene


def between_waves(stores: Stores) -> Scene:
    """Wave 1 has closed, wave 2 opens on 7 December."""
    scene = begin(stores)
    scene.wave(1, "closed", date(2026, 11, 2), answered=14)
    return scene
