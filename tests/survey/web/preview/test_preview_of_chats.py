"""Where invitations go to a chat, HR sees what is sent there: the same note that a chat is given."""

import pytest
from markupsafe import escape
from pydantic import SecretStr

from survey.app import create_app
from survey.config import Settings
from survey.db import Stores
from survey.services.trial import Place, example_letter
from survey.translations import LANGUAGES
from tests.survey.company import add_account
from tests.survey.services.programmes import start
from tests.survey.web.clock import Clock
from tests.survey.web.conftest import SECRET
from tests.survey.web.visitor import Visitor

HEADING = "In Slack or Teams"


def visitor(settings: Settings, stores: Stores, clock: Clock, **changed: SecretStr) -> Visitor:
    clock.now = start(stores).now
    app = create_app(settings.model_copy(update={"secret_key": SECRET, **changed}), stores, now=clock)
    found = Visitor.of(app)
    found.become(add_account(stores, "amira.osei@meridian.example", "hr"))
    return found


@pytest.mark.parametrize("kind", ["invitation", "reminder"])
def test_every_sentence_and_button_of_the_note_is_shown(
    settings: Settings, stores: Stores, clock: Clock, kind: str
) -> None:
    hr = visitor(settings, stores, clock, slack_bot_token=SecretStr("xoxb-1"))
    for language in LANGUAGES:
        shown = hr.get(f"/manage/preview/{language}/mail/{kind}").text.partition(HEADING)[2]
        with stores.company.read() as session:
            place = Place(settings.base_url, language)
            note = example_letter(session, kind, place, now=clock.now).note
        assert note
        wanted = [note.heading, *note.lines, *(button.words for button in note.buttons)]

        assert [words for words in wanted if str(escape(words)) not in shown] == []


def test_where_no_chat_is_set_and_for_signing_in_there_is_none(
    settings: Settings, stores: Stores, clock: Clock
) -> None:
    hr = visitor(settings, stores, clock)

    assert HEADING not in hr.get("/manage/preview/en/mail/invitation").text
    assert HEADING not in hr.get("/manage/preview/en/mail/sign_in").text
