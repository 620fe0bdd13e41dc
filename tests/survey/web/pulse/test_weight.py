"""How much comes over the wire, uncompressed: a page for a phone in a lift."""

import pytest
from werkzeug.test import Client

from survey.questionnaires.reading import ours
from tests.survey.web.fakes import FakeDoor
from tests.survey.web.pulse.fullest import fullest
from tests.survey.web.pulse.pulses import LINK, method_page
from tests.survey.web.pulse.stage import PAGE, app_over

PAGE_BYTES = 40_000
STYLE_BYTES = 6_000
NEEDED = ("pulse.css", "pulse.js", "icon.svg")


@pytest.mark.parametrize("language", ours().languages)
def test_the_fullest_page_with_all_it_needs_weighs_little(language: str) -> None:
    about = method_page(questionnaire=ours())
    client = app_over(FakeDoor({LINK: fullest(language)}, about)).test_client()
    page = client.get(PAGE)
    needed = [client.get(f"/static/{name}", buffered=True) for name in NEEDED]

    assert page.text.count("<fieldset") == 12
    assert len(page.data) + sum(len(one.data) for one in needed) <= PAGE_BYTES
    # Nothing else is asked for.
    assert page.text.count("src=") + page.text.count("<link") == len(NEEDED)
    assert all(f"/static/{name}" in page.text for name in NEEDED)


def test_the_style_sheet_weighs_little(client: Client) -> None:
    assert len(client.get("/static/pulse.css", buffered=True).data) <= STYLE_BYTES
