"""Hooks get one message for each alert, signed, with one id; of teams they learn that there is an alert and no more."""

import hashlib
import hmac
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from pydantic import SecretStr

from survey.config import Settings
from survey.models.company.people import Unit
from survey.services.alerting.hooked import Delivery, deliver
from survey.services.hooks import Answer, Channels, Hook, HookFault
from survey.web.api.shapes.hooks import AlertHook
from tests.survey.company import NORTH
from tests.survey.services.alerting.waves import Months, fall
from tests.survey.services.chat.cards import card_of

SECRET = "a secret of the tests that is long enough"  # noqa: S105 -- of the tests
SCHEMA = Path(__file__).parents[4] / "docs/reference/alert.schema.json"


@dataclass
class Hooks:
    """Takes every message, or raises what it is told to."""

    taken: list[tuple[Hook, bytes, Mapping[str, str]]] = field(default_factory=list)
    fault: HookFault | None = None

    def post(self, hook: Hook, body: bytes, headers: Mapping[str, str]) -> Answer:
        if self.fault:
            raise self.fault
        self.taken.append((hook, body, headers))
        return Answer(200, "ok")


def settings(**changed: Any) -> Settings:
    usual = {
        "alert_slack_url": SecretStr("https://hooks.chat.example/T/1"),
        "alert_webhook_url": SecretStr("https://other.example/alerts"),
        "teams_workflow_url": SecretStr("https://teams.example/workflows/1?sig=x"),
        "alert_webhook_secret": SecretStr(SECRET),
        "base_url": "https://aloft.meridian.example",
    }
    return Settings(**{**usual, **changed})


def sent(
    months: Months, channel: str, *, again: bool = False, **changed: Any
) -> tuple[dict[str, Any], Mapping[str, str]]:
    hooks = Hooks()
    deliver(months.stores, Channels(settings(**changed), hooks), Delivery(1, channel, again), clock=months.clock)
    ((_, body, headers),) = hooks.taken
    return json.loads(body), headers


def test_a_chat_gets_what_the_mail_says_in_short_and_a_link(months: Months) -> None:
    months.publish(fall(told_in=1, onset=1, onset_low=1, onset_high=1))
    body, headers = sent(months, "slack")

    assert set(body) == {"text"}
    assert body["text"].startswith("*Delivery: equal say down 9 points (6 to 12) since January*\nIn Delivery, “every")
    assert body["text"].endswith("https://aloft.meridian.example/alerts/1")
    assert headers["Aloft-Alert"] == "1"


def test_teams_gets_a_card_that_says_what_the_other_chat_is_told(months: Months) -> None:
    months.publish(fall(told_in=1, onset=1, onset_low=1, onset_high=1))
    body, headers = sent(months, "teams")
    content = card_of(body)
    words = [one["inlines"][0]["text"] for one in content["body"]]

    assert set(body) == {"type", "attachments"}
    assert words[0] == "Delivery: equal say down 9 points (6 to 12) since January"
    assert words[1].startswith("In Delivery, “every")
    assert [one["url"] for one in content["actions"]] == ["https://aloft.meridian.example/alerts/1"]
    assert headers["Aloft-Alert"] == "1"


def test_another_program_gets_it_signed_in_a_form_that_is_written_down(months: Months) -> None:
    months.publish(fall(told_in=1, onset=1, onset_low=1, onset_high=1))
    body, headers = sent(months, "webhook")
    moment, mark = (part.partition("=")[2] for part in headers["Aloft-Signature"].split(","))
    written = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()

    jsonschema.validate(body, json.loads(SCHEMA.read_text("utf-8")))
    assert AlertHook.model_validate_json(json.dumps(body)).model_dump(mode="json", by_alias=True) == body
    assert mark == hmac.digest(SECRET.encode(), f"{moment}.".encode() + written, hashlib.sha256).hex()
    assert int(moment) == int(months.now.timestamp())
    assert (body["delivery"], body["unit"], body["change"]["points"]["size"]) == ("alert:1:webhook", "Delivery", 9.0)


def test_the_id_is_the_same_however_often_it_is_sent(months: Months) -> None:
    months.publish(fall(told_in=1))
    ids = {sent(months, "webhook")[1]["Aloft-Delivery"] for _ in range(3)}

    assert ids == {"alert:1:webhook"}
    assert sent(months, "webhook", again=True)[1]["Aloft-Delivery"] == "alert:1:again:webhook"


@pytest.mark.parametrize("channel", ["slack", "teams", "webhook"])
def test_of_a_team_it_is_said_that_there_is_an_alert_and_where_to_read_it(months: Months, channel: str) -> None:
    months.publish(fall(NORTH, told_in=1))
    body, _ = sent(months, channel)
    text = json.dumps(body)

    assert "Aloft: alert 1" in text
    assert "/alerts/1" in text
    assert not [word for word in ("North", "Sales", "equal", "points (") if word in text]
    if channel == "webhook":
        jsonschema.validate(body, json.loads(SCHEMA.read_text("utf-8")))


def test_what_a_chat_would_read_as_its_own_is_text(months: Months) -> None:
    with months.stores.company.write() as session:
        session.get_one(Unit, 4).name = "<!channel> & Co"
    months.publish(fall(told_in=1))

    assert "&lt;!channel&gt; &amp; Co" in sent(months, "slack")[0]["text"]


def test_a_hook_that_is_not_set_is_passed_over(months: Months) -> None:
    months.publish(fall(told_in=1))
    hooks = Hooks()
    bare = Channels(Settings(), hooks)
    for channel in ("slack", "teams", "webhook"):
        deliver(months.stores, bare, Delivery(1, channel, again=False), clock=months.clock)

    assert not hooks.taken


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"alert_webhook_secret": SecretStr("short")}, "ALOFT_ALERT_WEBHOOK_SECRET: wanted 32"),
        (
            {"alert_webhook_url": SecretStr("http://other.example")},
            "ALOFT_ALERT_WEBHOOK_URL: got an address",
        ),
    ],
)
def test_a_setting_that_cannot_work_is_a_fault_that_says_so(months: Months, changed: Any, words: str) -> None:
    months.publish(fall(told_in=1))
    with pytest.raises(HookFault, match=words):
        sent(months, "webhook", **changed)
