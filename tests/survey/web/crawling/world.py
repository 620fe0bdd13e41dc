"""A company in which every text that is stored is hostile, and somebody of every role, and a program."""

import csv
from dataclasses import dataclass
from datetime import date, timedelta
from io import StringIO
from typing import Any

from flask import Flask
from pydantic import SecretStr
from sqlalchemy import select, update

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.company.accounts import Account
from survey.models.company.people import Company, Person, Unit
from survey.queries import alerts, people
from survey.queries.moments import MomentFacts
from survey.queries.replies import ReplyFacts, write_reply
from survey.services.alerting import Heard, acknowledge, tell
from survey.services.moments import add_moment
from survey.services.people import waiting
from survey.services.people.importing import Load
from survey.services.programme import By
from survey.services.rights import Role
from tests.survey.company import NORTH, NOW, SALES, add_account, add_company
from tests.survey.releases import ROWS, alarm, publish_rows
from tests.survey.web.api.program import Program
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET
from tests.survey.web.crawling.canaries import CONTACT, canary
from tests.survey.web.programme.scenes import Scene, begin
from tests.survey.web.visitor import Visitor
from tests.survey.web.voices.stage import closed, publish

SAID = {SALES: [canary("comment"), "=2+5+cmd|' /C calc'!A0", "@SUM(1)", *(f"comment {at}" for at in range(5))]}


@dataclass(frozen=True)
class World:
    app: Flask
    stores: Stores
    accounts: dict[Role, int]

    def visitor(self, role: Role | None) -> Visitor:
        """A fresh browser of somebody with this role; None: of a stranger."""
        visitor = Visitor.of(self.app)
        if role is not None:
            visitor.become(self.accounts[role], f"{role} {id(visitor)}")
        return visitor

    def program(self) -> Program:
        return Program.of(self.app, "hr@meridian.example")


def made(settings: Settings, stores: Stores, **changed: Any) -> World:
    add_company(stores)
    with stores.company.write() as session:
        session.execute(update(Unit).values(name=canary("unit") + Unit.name))
    scene = begin(stores, n_people=10)
    _name(stores)
    for number, month in ((1, 9), (2, 10)):
        closed(scene, number, date(2026, month, 2), SAID)
    publish(stores, 1)
    accounts = {role: add_account(stores, f"{role}@meridian.example", role, unit=SALES) for role in Role}
    _find(scene, closed(scene, 3, date(2026, 11, 2), {}).id, By(accounts[Role.HR], NOW))
    _let_wait(stores, accounts[Role.HR])
    settings = settings.model_copy(update={"secret_key": SecretStr(SECRET.get_secret_value()), **changed})
    return World(create_app(settings, stores, now=Clock(NOW + timedelta(hours=1))), stores, accounts)


def _name(stores: Stores) -> None:
    with stores.company.write() as session:
        session.execute(update(Company).values(name=canary("company"), contact=CONTACT))
        session.execute(update(Person).values(name=canary("person"), mail_fault=canary("mail-fault")))
        for number, person in enumerate(session.scalars(select(Person).order_by(Person.id)), start=1):
            person.key = f"{canary('key')}{number}"
        session.execute(update(Account).values(language="en"))


def _find(scene: Scene, wave: int, by: By) -> None:
    """An alert, acknowledged with a note, one that is open, moments, and a reply."""
    told = [alarm(SALES, told_in=3), alarm(NORTH, told_in=3)]
    facts = publish_rows(scene.stores, wave, ROWS, told=told)
    with scene.stores.company.write() as session:
        tell(session, facts, Heard(scene.programme, 3, told, people.whole_tree(session)), now=NOW)
        acknowledge(session, alerts.alert(session, 1), note=canary("note"), by=by)
        for unit in (None, SALES):
            add_moment(session, MomentFacts(date(2026, 9, 20), None, "other", canary("moment"), unit), by=by)
        for at in (wave - 1, wave):
            said = ReplyFacts(canary("reply"), canary("reply"), canary("reply"))
            write_reply(session, wave=at, reply=said, account=by.account, now=NOW)


def _let_wait(stores: Stores, account: int) -> None:
    text = StringIO(newline="")
    csv.writer(text).writerows([["id", "name", "unit"], [canary("key"), canary("person"), "Meridian/Nowhere"]])
    load = Load(content=text.getvalue().encode(), name=canary("file"), is_full=False)
    with stores.company.write() as session:
        waiting.keep_file(session, load, account=account, now=NOW + timedelta(minutes=50))
