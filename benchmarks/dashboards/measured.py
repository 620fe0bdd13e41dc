"""One page in front of one database: how long it takes, what it asks the store, and what the template alone takes."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import numpy as np
from flask import Flask, template_rendered
from werkzeug.test import Client, TestResponse

from survey.db import Stores
from survey.models.company.accounts import Account, AccountRole
from survey.queries import web_sessions
from survey.services.estimates.trends import trends_of
from survey.services.release.kept import forget
from survey.services.rights import Role
from survey.services.tokens import hash_of
from survey.web.guard import need_of, requires
from tests.survey.statements import heard

WARM = 3
FEW = 5
OK = 200


@dataclass(frozen=True, slots=True)
class Taken:
    """Milliseconds of processor time, of which half of requests and 95 % of them take less; `wall` by the clock.

    `first` is what a page takes in a process that has read no release yet, `constant` the same template from constants.
    """

    first: float
    p50: float
    p95: float
    wall: float
    constant: float
    queries: int
    kilobytes: float

    @property
    def ratio(self) -> float:
        return self.p50 / self.constant


@dataclass(frozen=True, slots=True)
class Desk:
    """An app, and somebody of each role who is signed in."""

    app: Flask
    stores: Stores

    def client(self, role: Role) -> Client:
        now = self.app.extensions["aloft"].clock()
        with self.stores.company.write() as session:
            account = Account(mail=f"{role}@meridian.example", person_id=None, language="en")
            session.add(account)
            session.flush()
            session.add(AccountRole(account_id=account.id, role=role))
            web_sessions.begin(session, token_hash=hash_of(role), account_id=account.id, now=now)
        client = self.app.test_client()
        client.set_cookie("aloft", role)
        return client

    def measure(self, client: Client, path: str, *, times: int) -> Taken:
        def ask() -> TestResponse:
            return client.get(path, follow_redirects=True)

        ask()
        with heard(self.stores) as said, rendered(self.app) as templates:
            forget()
            answer = ask()
        if answer.status_code != OK or len(templates) != 1:
            raise RuntimeError(f"{path}: got {answer.status}, {len(templates)} templates")
        first = [cost(ask, before=forget_all)[0] for _ in range(FEW)]
        taken, clock, constant = [], [], []
        for _ in range(WARM + times):  # in turn, so that both meet the same machine
            spent, waited = cost(ask)
            taken.append(spent)
            clock.append(waited)
            with self._from_constants(path, *templates[0]):
                constant.append(cost(ask)[0])
        taken, clock, constant = taken[WARM:], clock[WARM:], constant[WARM:]
        return Taken(
            first=float(np.quantile(first, 0.5)),
            p50=float(np.quantile(taken, 0.5)),
            p95=float(np.quantile(taken, 0.95)),
            wall=float(np.quantile(clock, 0.95)),
            constant=float(np.quantile(constant, 0.5)),
            queries=len(said),
            kilobytes=len(answer.data) / 1000,
        )

    @contextmanager
    def _from_constants(self, path: str, template: Any, values: dict[str, Any]) -> Iterator[None]:
        """For a while the page is what its template makes of the values it had; its guard stays."""
        with self.app.test_request_context(path) as context:
            endpoint = context.request.endpoint or ""
        kept = self.app.view_functions[endpoint]
        need = need_of(self.app, endpoint)
        if need is None or need.action is None:
            raise RuntimeError(f"{endpoint}: open to all, or to nobody")
        self.app.view_functions[endpoint] = requires(need.action, unit=need.unit)(lambda **_: template.render(values))
        try:
            yield
        finally:
            self.app.view_functions[endpoint] = kept


def forget_all() -> None:
    """What a process keeps of releases is gone; trees of waves stay, as they are read once in its life."""
    forget()
    trends_of.cache_clear()


def cost(work: Callable[[], object], *, before: Callable[[], None] = lambda: None) -> tuple[float, float]:
    """Milliseconds of the processor and of the clock."""
    before()
    begun, at = time.process_time(), time.perf_counter()
    work()
    return 1000 * (time.process_time() - begun), 1000 * (time.perf_counter() - at)


@contextmanager
def rendered(app: Flask) -> Iterator[list[tuple[Any, dict[str, Any]]]]:
    """The templates that pages within the block are made of, each with its values."""
    found: list[tuple[Any, dict[str, Any]]] = []

    def note(_app: Flask, template: Any, context: dict[str, Any], **_: object) -> None:
        found.append((template, dict(context)))

    with template_rendered.connected_to(note, app):
        yield found
