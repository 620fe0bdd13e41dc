"""Published comments on their page and in their file."""

import csv
import re
from collections.abc import Callable
from io import StringIO

import pytest

from survey.db import Stores
from tests.survey.company import DELIVERY, SALES
from tests.survey.statements import heard
from tests.survey.web.programme.scenes import Scene
from tests.survey.web.programme.words import words_of
from tests.survey.web.visitor import Visitor
from tests.survey.web.voices.conftest import SAID

Reads = Callable[[str], Visitor]
TEXT = re.compile(r'<p class="said-by" dir="auto">(.*?)</p>', re.DOTALL)


def texts(visitor: Visitor, path: str) -> list[str]:
    return TEXT.findall(visitor.get(path).text)


@pytest.mark.parametrize("role", ["hr", "ceo"])
def test_hr_and_the_ceo_read_what_was_published(reads_as: Reads, role: str) -> None:
    words = words_of(reads_as(role).get("/dashboards/1/comments"))

    assert "11 comments in wave 1, in random order" in words
    assert "10 to 19 of the 60 people who answered wrote something" in words


@pytest.mark.parametrize("role", ["employee", "leader", "council", "admin"])
def test_others_find_no_such_page(reads_as: Reads, role: str) -> None:
    visitor = reads_as(role)

    for path in ("/dashboards/1/comments", "/dashboards/1/comments.csv", "/manage/waves/2/comments"):
        assert visitor.get(path).status_code == 404


def test_what_was_written_is_text_and_not_markup(reads_as: Reads) -> None:
    page = reads_as("hr").get("/dashboards/1/comments").text

    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(&#34;x&#34;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt;" in page


def test_an_address_keeps_its_order_and_a_visit_without_one_gets_another(reads_as: Reads) -> None:
    hr = reads_as("hr")
    kept = [texts(hr, "/dashboards/1/comments?order=0000ab") for _ in range(2)]
    drawn = {tuple(texts(hr, "/dashboards/1/comments")) for _ in range(6)}

    assert kept[0] == kept[1]
    assert len(kept[0]) == 11
    assert len(drawn) > 1


def test_a_division_and_a_search_narrow_the_list(reads_as: Reads) -> None:
    hr = reads_as("hr")

    assert len(texts(hr, f"/dashboards/1/comments?unit={DELIVERY}")) == 6
    assert texts(hr, f"/dashboards/1/comments?unit={SALES}&find=STRASSE") == ["Der Kunde rief an: Straße gesperrt"]
    assert texts(hr, "/dashboards/1/comments?find=llego") == ["Llegó tarde"]
    assert "No comments of wave 1 hold “nowhere”." in words_of(hr.get("/dashboards/1/comments?find=nowhere"))


@pytest.mark.parametrize("query", ["unit=99", "unit=x", "order=ZZ", "order=0000000", "page=9", "page=0"])
def test_what_is_not_there_is_no_page(reads_as: Reads, query: str) -> None:
    assert reads_as("hr").get(f"/dashboards/1/comments?{query}").status_code == 404


def test_the_file_holds_what_the_page_shows_and_no_formula(reads_as: Reads) -> None:
    text = reads_as("ceo").get("/dashboards/1/comments.csv").text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    head, *rows = list(csv.reader(StringIO(text, newline="")))

    assert head == ["wave", "part", "comment"]
    assert {part for _, part, _ in rows} == {"Sales", "Delivery"}
    assert len(rows) == sum(map(len, SAID.values()))
    assert not any(comment.startswith("=") for *_, comment in rows)


def test_an_unpublished_wave_says_so_and_leads_the_moderator_on(reads_as: Reads) -> None:
    for number in (2, 3):
        page = reads_as("hr" if number == 2 else "ceo").get(f"/dashboards/{number}/comments")
        words = words_of(page)

        assert f"The comments of wave {number} are not published." in words
        assert not TEXT.search(page.text)
        assert ("Read and publish them" in words) is (number == 2)


def test_the_page_asks_no_more_with_more_comments_and_nothing_of_the_answers(reads_as: Reads, stores: Stores) -> None:
    hr, asked = reads_as("hr"), []
    for number in (1, 2):
        hr.get(f"/dashboards/{number}/comments")  # reads what is read once in the life of a process
    for path in ("/dashboards/1/comments", f"/dashboards/1/comments?unit={SALES}&find=x", "/dashboards/2/comments"):
        with heard(stores) as said:
            hr.get(path)
        asked.append(len(said))
        assert not [one for one in said if not one.startswith("company")]

    assert asked[0] == asked[1] >= asked[2]
    assert asked[0] <= 14


def test_without_a_number_it_is_the_newest_wave(reads_as: Reads, scene: Scene) -> None:
    assert scene
    assert "wave 3" in words_of(reads_as("hr").get("/dashboards/comments"))
