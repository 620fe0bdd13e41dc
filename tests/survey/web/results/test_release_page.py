"""All of a release, on pages and in files, for those who may."""

import csv
import json
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO

import pytest
from python_calamine import CalamineWorkbook

from survey.db import Stores
from survey.models.company.people import Unit
from survey.models.company.waves import WaveUnit
from survey.services.release import kept
from tests.survey.company import MERIDIAN, NORTH
from tests.survey.web.programme.looks import looks_at
from tests.survey.web.programme.scenes import Scene
from tests.survey.web.programme.words import words_of
from tests.survey.web.visitor import Visitor

Reads = Callable[..., Visitor]


def lines(visitor: Visitor) -> list[list[str]]:
    text = visitor.get("/manage/waves/2/release.csv").text.lstrip("\N{ZERO WIDTH NO-BREAK SPACE}")
    return list(csv.reader(StringIO(text)))


def test_every_unit_stands_there_in_the_order_of_the_tree(reads_as: Reads, scene: Scene) -> None:
    words = words_of(reads_as("hr").get("/manage/waves/2/release"))
    units = ("Meridian", "Meridian/Sales", "Meridian/Sales/North", "Meridian/Delivery")
    places = [words.index(f" {path} ") for path in units]

    assert scene
    assert places == sorted(places)
    assert "Watch list What might be moving" in words
    assert "may have been sliding" in words


def test_the_ceo_sees_all_but_the_watch_list(reads_as: Reads, scene: Scene) -> None:
    words = words_of(reads_as("ceo").get("/manage/waves/2/release"))
    found = json.loads(reads_as("ceo", language="de").get("/manage/waves/2/release.json").text)["findings"]

    assert scene
    assert "Meridian/Sales/North" in words
    assert "Watch list" not in words
    assert [one["list"] for one in found] == ["alarm"]


def test_the_certificate_holds_no_count_of_groups(reads_as: Reads, scene: Scene) -> None:
    visitor = reads_as("hr")
    pages = [visitor.get(f"/manage/waves/2/release{end}").text for end in ("", "/bands", "/questions", ".json", ".csv")]

    assert scene
    assert "cuts/1" in pages[0]
    assert not [page for page in (*pages, visitor.get("/method").text) if "777" in page or "888" in page]


def test_the_files_hold_what_is_shown_and_no_more(reads_as: Reads, scene: Scene) -> None:
    visitor = reads_as("hr")
    rows = lines(visitor)
    numbers = json.loads(visitor.get("/manage/waves/2/release.json").text)["numbers"]
    sheet = CalamineWorkbook.from_filelike(BytesIO(visitor.get("/manage/waves/2/release.xlsx").data))

    assert scene
    assert rows[1] == ["2", "Meridian", "", "", "learning", "61", "57", "66", "", "60", ""]
    assert ["2", "Meridian/Delivery", "", "", "learning", "", "", "", "≥ 90", "10–19", ""] in rows
    assert ["2", "Meridian", "", "", "L1", "55", "48", "62", "", "60", "10 20 30 20 20"] in rows
    assert len(rows) - 1 == len(numbers) == len(sheet.get_sheet_by_index(0).to_python()) - 1 == 7
    assert list(numbers[0]) == rows[0]


def test_a_unit_named_like_a_formula_stays_a_text(stores: Stores, reads_as: Reads, scene: Scene) -> None:
    with stores.company.write() as session:
        session.get_one(Unit, MERIDIAN).name = "=1+1"
        session.query(WaveUnit).delete()  # the tree of the wave is then the one of today
    visitor = reads_as("hr")
    sheet = CalamineWorkbook.from_filelike(BytesIO(visitor.get("/manage/waves/2/release.xlsx").data))

    assert scene
    assert lines(visitor)[1][1] == "'=1+1"
    assert sheet.get_sheet_by_index(0).to_python()[1][1] == "'=1+1"


def test_html_in_a_name_is_text(stores: Stores, reads_as: Reads, scene: Scene) -> None:
    with stores.company.write() as session:
        session.get_one(Unit, NORTH).name = "<b>North</b>"
        session.query(WaveUnit).delete()  # the tree of the wave is then the one of today

    assert scene
    assert "<b>North" not in reads_as("hr").get("/manage/waves/2/release").text


def test_hundreds_of_units_come_sixty_a_page_and_in_as_many_looks(
    stores: Stores, reads_as: Reads, scene: Scene
) -> None:
    visitor = reads_as("hr")
    with stores.company.write() as session:
        session.query(WaveUnit).delete()  # the tree of the wave is then the one of today
    with looks_at(stores.company) as few:
        visitor.get("/manage/waves/2/release")
    with stores.company.write() as session:
        teams = (Unit(id=1000 + one, parent_id=NORTH, name=f"T{one}", added_on=date(2020, 1, 1)) for one in range(400))
        session.add_all(teams)
    kept.forget()
    with looks_at(stores.company) as many:
        page = visitor.get("/manage/waves/2/release?page=2")

    assert scene
    assert page.text.count('<th scope="row">') == 60
    assert "Page 2 of 7" in words_of(page)
    assert len(many) == len(few)


@pytest.mark.parametrize("wish", ["2", "0", "x", "-1"])
def test_a_page_of_the_table_that_is_not_there_is_no_page(reads_as: Reads, scene: Scene, wish: str) -> None:
    assert scene
    assert reads_as("hr").get(f"/manage/waves/2/release?page={wish}").status_code == 404


def test_overview_wave_and_results_lead_to_it(reads_as: Reads, scene: Scene) -> None:
    hr, admin, link = reads_as("hr"), reads_as("admin"), "/manage/waves/2/release"

    assert scene
    assert all(f'href="{link}"' in hr.get(path).text for path in ("/manage", "/manage/waves/2", "/results"))
    assert [path for path in ("/manage", "/manage/waves/2") if link in admin.get(path).text] == []
    assert link not in reads_as("employee").get("/results").text
