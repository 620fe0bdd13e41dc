"""The page after an answer leads on, as far as there is somewhere to go."""

from dataclasses import replace
from datetime import date

from werkzeug.test import Client

from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.pulses import LINK
from tests.survey.web.pulse.stage import PAGE
from tests.survey.web.pulse.test_sending import COMPLETE


def test_whoever_has_answered_is_led_to_the_newest_results(one: FakeDoor, client: Client) -> None:
    client.post(PAGE, data=COMPLETE)
    assert "/results" not in client.get(f"{PAGE}/saved").text

    one.pulses[LINK] = replace(one.pulses[LINK], shown_on=date(2026, 10, 5))

    assert "See the company results of October</a>" in client.get(f"{PAGE}/saved").text
