"""Where the provider alone signs people in, a mail does not."""

from collections.abc import Callable

import pytest
from flask import Flask

from survey.db import Stores
from survey.models.company.work import OutboxMail
from tests.survey.web.account.conftest import ADA
from tests.survey.web.visitor import Visitor


@pytest.mark.usefixtures("ada")
def test_where_mail_signs_nobody_in_its_pages_say_so(make: Callable[..., Flask], stores: Stores) -> None:
    visitor = Visitor.of(make(sign_in_by_mail=False, oidc_name="Meridian ID"))
    page = visitor.get("/sign-in").text
    asked = visitor.send("/sign-in", seen_on="/sign-in/sent", address=ADA)

    assert "Sign in with Meridian ID" in page
    assert "link by mail" not in page
    assert [visitor.get(path).status_code for path in ("/sign-in/sent", "/sign-in/token")] == [403, 403]
    assert "Links by mail do not sign in here." in visitor.get("/sign-in/token").text
    assert asked.status_code in {400, 403}
    with stores.company.read() as session:
        assert not session.query(OutboxMail).all()


def test_a_link_of_before_opens_nothing_where_mail_signs_nobody_in(
    make: Callable[..., Flask], visitor: Visitor, ada: int
) -> None:
    letter = visitor.ask(ADA)
    assert letter
    browser = visitor.client.get_cookie("aloft_browser")
    assert browser
    later = Visitor.of(make(sign_in_by_mail=False))
    later.client.set_cookie("aloft_browser", browser.value)

    assert later.send(f"/sign-in/{letter.token}", seen_on="/sign-in/sent").status_code in {400, 403}
    assert later.get("/account").status_code == 302
    del ada
