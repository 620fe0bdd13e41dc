"""Tables that are taken along: attachments under names of ours, in which nothing is calculated."""

import csv
import re
from io import BytesIO, StringIO

import pytest
from python_calamine import CalamineWorkbook

from survey.importing.people.spreadsheet import BEGINS_A_FORMULA
from survey.services.rights import Role
from tests.survey.web.crawling.routes import addresses
from tests.survey.web.crawling.world import World

NAME = re.compile(r'attachment; filename="?[a-z0-9.-]+"?')


@pytest.fixture
def files(world: World) -> dict[str, bytes]:
    """Every file that HR can take along, under its address."""
    visitor, found = world.visitor(Role.HR), {}
    for one in addresses(world.app):
        answer = visitor.client.open(one.path, method=one.method, buffered=True)
        if answer.status_code == 200 and "attachment" in answer.headers.get("Content-Disposition", ""):
            assert NAME.fullmatch(answer.headers["Content-Disposition"]), one
            found[one.path] = answer.data
    return found


def test_every_kind_of_file_is_an_attachment(files: dict[str, bytes]) -> None:
    kinds = {path.rpartition(".")[2] for path in files}

    assert len(files) > 15
    assert kinds >= {"csv", "xlsx", "json"}


def test_no_cell_begins_a_formula(files: dict[str, bytes]) -> None:
    tables = {path: list(csv.reader(StringIO(of.decode("utf-8-sig")))) for path, of in files.items() if ".csv" in path}
    books = {path: CalamineWorkbook.from_filelike(BytesIO(of)) for path, of in files.items() if ".xlsx" in path}
    cells = {path: [cell for row in rows for cell in row] for path, rows in tables.items()}
    for path, book in books.items():
        cells[path] = [cell for row in book.get_sheet_by_index(0).to_python() for cell in row if isinstance(cell, str)]

    assert any("=2+5" in cell for found in cells.values() for cell in found)
    for path, found in cells.items():
        assert not [cell for cell in found if cell.lstrip().startswith(BEGINS_A_FORMULA)], path
