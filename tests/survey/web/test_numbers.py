"""A number in an address that no column holds leads nowhere, and asks no store."""

import pytest

from tests.survey.web.visitor import Visitor

PAGES = ("/dashboards/{}", "/alerts/{}", "/manage/moments/{}", "/results/{}", "/manage/waves/{}", "/brief/{}")


@pytest.mark.parametrize("number", ["2000000000", "9" * 20, "9" * 5000, "-1", "01", "\N{ARABIC-INDIC DIGIT ONE}"])
def test_such_an_address_is_that_of_no_page(hr: Visitor, number: str) -> None:
    for page in PAGES:
        assert hr.get(page.format(number)).status_code == 404, page
