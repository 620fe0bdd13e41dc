"""The people of the made-up company as its HR system would export them: a full file each month."""

import csv
import io
from dataclasses import dataclass
from datetime import date, timedelta

import numpy as np

from survey.services.living.names import COMPANY, DIVISIONS, SITE_SHARES, SITES, WITHOUT_MAIL, full_names, mail_of
from survey.services.living.story import SEED, UNIT_NAMES, Story

COLUMNS = ("id", "name", "mail", "unit", "level", "country", "language", "time_zone", "hired_on")
DIVISION_OF = {team: division for division, teams in DIVISIONS.items() for team in teams}


@dataclass(frozen=True, slots=True)
class Employee:
    """What does not change while somebody is here."""

    key: str
    name: str
    mail: str
    level: str
    zone: str
    country: str
    language: str
    hired_on: date


@dataclass(frozen=True, slots=True)
class Staff:
    """Everybody who was ever there, by number of the story."""

    employees: tuple[Employee, ...]

    def file(self, story: Story, wave: int) -> bytes:
        """The CSV of this month."""
        written = io.StringIO()
        rows = csv.writer(written)
        rows.writerow(COLUMNS)
        for person, unit in zip(story.person[wave], story.unit[wave], strict=True):
            if person >= 0:
                one = self.employees[int(person)]
                team = UNIT_NAMES[int(unit)]
                mail = "" if team in WITHOUT_MAIL else one.mail
                place = (one.level, one.country, one.language, one.zone, one.hired_on.isoformat())
                rows.writerow((one.key, one.name, mail, path_of(team), *place))
        return written.getvalue().encode()


def path_of(team: str) -> str:
    return "/".join((COMPANY, DIVISION_OF[team], team))


def hire(story: Story, opens_on: list[date]) -> Staff:
    """Give everybody a name, a site, a level and a first day: those of later waves joined in the month before."""
    rng = np.random.default_rng(SEED + 1)
    n = int(story.person.max()) + 1
    names = full_names(n, rng)
    sites = rng.choice(len(SITES), size=n, p=SITE_SHARES)
    is_lead = rng.random(n) < 0.12
    years = rng.gamma(1.6, 2.6, size=n)
    first = np.full(n, len(opens_on))
    for wave in range(len(opens_on) - 1, -1, -1):
        here = story.person[wave]
        first[here[here >= 0]] = wave
    employees = []
    for number, name in enumerate(names):
        zone, country, language = SITES[int(sites[number])]
        days = int(years[number] * 365) if first[number] == 0 else 10
        hired_on = opens_on[min(int(first[number]), len(opens_on) - 1)] - timedelta(days=days)
        level = "executive" if number % 97 == 0 else "lead" if is_lead[number] else "front_line"
        key = f"M{number:05d}"
        employees.append(Employee(key, name, mail_of(name, number), level, zone, country, language, hired_on))
    return Staff(tuple(employees))
