"""What is wrong with a questionnaire, said in one line per place."""

from collections.abc import Callable
from pathlib import Path

import pytest

from survey.questionnaires.faults import UnreadableQuestionnaire
from survey.questionnaires.questionnaire import Kind
from survey.questionnaires.reading import check_questionnaire, our_file, read_questionnaire

EXTENDED = """
code = "acme-1"
extends = "aloft-1"

[words.en]
customers = "Customers: the patients of our four clinics."

[[items]]
code = "X1"
pack = "last"
text.en = "Patients here are told what comes next."
text.de = "Patienten erfahren bei uns, was als Nächstes kommt."
text.fr = "Chez nous, les patients savent ce qui vient ensuite."
text.es = "Aquí se dice a los pacientes qué viene después."
"""
Write = Callable[[str], Path]


@pytest.fixture
def write(tmp_path: Path) -> Write:
    def written(text: str) -> Path:
        file = tmp_path / "acme.toml"
        file.write_text(text, "utf-8")
        return file

    return written


def faults(file: Path, against: Path | None = None) -> str:
    with pytest.raises(UnreadableQuestionnaire) as refused:
        check_questionnaire(file, against=against)
    return "\n".join(refused.value.lines)


def test_a_company_may_add_items_and_name_its_customers(write: Write) -> None:
    read = read_questionnaire(write(EXTENDED))

    assert len(read.items) == 43
    assert read.item("X1").kind is Kind.RATED
    assert read.words["en"].customers == "Customers: the patients of our four clinics."
    assert read.words["de"].customers.startswith("Kunden:")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('text.es = "Aquí', 'text.pt = "Aquí', "es"),
        ('pack = "last"', 'pack = "d"', "'d'"),
        ('code = "X1"', 'code = "L1"', "L1"),
        ('extends = "aloft-1"', 'extends = "aloft-9"', "wanted one of aloft-1"),
        ('code = "acme-1"', 'code = "aloft-1"', "a code of its own"),
        ('pack = "last"', 'pack = "last"\nweight = 2', "unknown key"),
        ('pack = "last"', 'pack = "anchor"\nprinciple = "learning"', "3 anchors of learning"),
    ],
)
def test_a_fault_says_where_it_is(write: Write, old: str, new: str, said: str) -> None:
    assert old in EXTENDED
    found = faults(write(EXTENDED.replace(old, new, 1)))

    assert said in found
    assert "acme.toml" in found


def test_what_is_no_toml_is_said_to_be_none(write: Write) -> None:
    assert "text that is no TOML" in faults(write("code = "))


def test_a_code_never_gets_another_wording(write: Write, tmp_path: Path) -> None:
    before = tmp_path / "before.toml"
    before.write_text(our_file(), "utf-8")
    changed = our_file().replace("instead of guessing.", "instead of assuming.").replace('"aloft-1"', '"aloft-2"', 1)

    assert "another text of L1 in en" in faults(write(changed), against=before)


def test_a_language_is_complete_or_refused(write: Write) -> None:
    arabic = EXTENDED + '\n[words.ar]\nanswers = ["أبدًا", "نادرًا", "في نحو نصف المرات", "في معظم المرات", "دائمًا"]\n'

    found = faults(write(arabic))
    assert "no cannot_say in ar" in found
    assert "no text in ar for" in found


def test_a_file_that_is_not_there_is_said_to_be_missing(tmp_path: Path) -> None:
    assert "No such file" in faults(tmp_path / "none.toml")
