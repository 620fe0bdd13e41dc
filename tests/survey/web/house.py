"""The service over a company that has everything once: releases, comments, an alert, moments, hostile names."""

from datetime import date

from flask import Flask
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.models.company.accounts import Account
from survey.models.company.people import Unit
from survey.queries import people, web_sessions
from survey.queries.moments import MomentFacts
from survey.queries.releases import Row
from survey.services.alerting import Heard, tell
from survey.services.moments import add_moment
from survey.services.programme import By
from survey.services.tokens import hash_of
from tests.survey.company import DELIVERY, MERIDIAN, NORTH, NOW, SALES, add_account, add_company
from tests.survey.releases import ROWS, alarm, publish_rows
from tests.survey.web.clock import Clock
from tests.survey.web.programme.scenes import Scene, begin
from tests.survey.web.voices.conftest import ATTACK
from tests.survey.web.voices.stage import closed, publish

LONG = "Donaudampfschifffahrtsgesellschaftskapitänsangelegenheiten"
SAID = {
    SALES: [ATTACK, "x" * 2_000, "اتصل العميل مرتين بشأن العطل نفسه، ولم يرد أحد.", LONG * 4, "one\n\n\ntwo", "=2+2"],
    DELIVERY: [f"{number} customers wrote" for number in range(60)],
}
PAGES = {
    "overview": "/dashboards",
    "first-wave": "/dashboards/1",
    "company": f"/dashboards/2/units/{MERIDIAN}",
    "division": f"/dashboards/2/units/{SALES}",
    "hidden-team": f"/dashboards/1/units/{NORTH}",
    "participation": "/dashboards/2/participation",
    "instrument": "/dashboards/2/instrument",
    "comments": "/dashboards/1/comments?order=00000a",
    "comments-2": "/dashboards/1/comments?order=00000a&page=2",
    "comments-none": "/dashboards/1/comments?find=nowhere",
    "comments-waiting": "/dashboards/2/comments",
    "moderated": "/manage/waves/1/comments",
    "moderation": "/manage/waves/2/comments",
    "moderation-none": "/manage/waves/3/comments",
    "brief": "/brief",
    "alert": "/alerts/1",
    "moments": "/manage/moments",
    "results": "/results",
    "results-1": "/results/1",
    "results-unit": f"/results/2/units/{SALES}",
    "results-team": f"/results/2/units/{NORTH}",
    "release": "/manage/waves/2/release",
    "release-bands": "/manage/waves/2/release/bands",
    "release-questions": "/manage/waves/2/release/questions",
    "wave": "/manage/waves/2",
    "programme": "/manage",
    "method": "/method?lang=de",
}


OTHERS = tuple(
    Row(unit, "", "", principle, n, 3 * n, level)
    for unit, n, level in ((MERIDIAN, 60, 61.0), (SALES, 30, 55.0))
    for principle in ("learning", "customer_truth", "equal_say")
    if (unit, principle) not in {(one.unit_id, one.measure) for one in ROWS}
)


def furnished(settings: Settings, stores: Stores) -> Flask:
    """The app; whoever has the cookie "hr" is let in, and "de" reads German."""
    add_company(stores)
    scene = begin(stores)
    for number, month in ((1, 9), (2, 10)):
        closed(scene, number, date(2026, month, 2), SAID)
    publish(stores, 1)
    _find(stores, scene, closed(scene, 3, date(2026, 11, 2), {}).id)
    _name(stores)
    _let_in(stores)
    return create_app(settings.model_copy(update={"secret_key": SecretStr("s" * 32)}), stores, now=Clock())


def _find(stores: Stores, scene: Scene, wave: int) -> None:
    """What this wave found: an alert about a division, and something to watch in one of its teams."""
    told = [alarm(SALES, told_in=3), alarm(NORTH, list="watch", points=None)]
    facts = publish_rows(stores, wave, [*ROWS, *OTHERS], told=told)
    with stores.company.write() as session:
        tell(session, facts, Heard(scene.programme, 3, told[:1], people.whole_tree(session)), now=NOW)
        for on, unit in ((date(2026, 9, 20), None), (date(2026, 10, 11), SALES)):
            moment = MomentFacts(on, None, "other", f"Sales doubles: {LONG}", unit)
            add_moment(session, moment, by=By(None, NOW))


def _name(stores: Stores) -> None:
    with stores.company.write() as session:
        session.get_one(Unit, DELIVERY).name = LONG
        session.get_one(Unit, SALES).name = f"<b>{LONG}</b> & Co"


def _let_in(stores: Stores) -> None:
    for cookie, language in (("hr", "en"), ("de", "de")):
        account = add_account(stores, f"{cookie}@meridian.example", "hr")
        with stores.company.write() as session:
            session.get_one(Account, account).language = language
            web_sessions.begin(session, token_hash=hash_of(cookie), account_id=account, now=NOW)
