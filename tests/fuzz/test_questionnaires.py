"""Questionnaires and the maps of survey files, both TOML."""

from pathlib import Path

from survey.importing.faults import UnreadableSurvey
from survey.importing.survey_map import load_map
from survey.questionnaires.faults import UnreadableQuestionnaire
from survey.questionnaires.reading import check_questionnaire
from tests.fuzz.changes import bytes_like, encoded, lines_like
from tests.fuzz.trying import times, try_all
from tests.survey.questionnaires.company import ARABIC, OWN, company, translation

QUESTIONNAIRE = company(OWN, ARABIC, translation("ar"))
MAP = """\
[columns]
wave = "month"
unit = ["division", "team"]
items = ["Q1", "Q2"]
[constants]
person = ""
[rows]
kind = ["open"]
[leave_out]
team = ["x", 1]
[scale]
low = 1
high = 5.0
[scales.learning]
items = ["Q1"]
reversed = true
[items.Q2]
kind = "share"
scale = "learning"
[units]
file = "units.csv"
parent = "above"
[waves]
per_year = 12
bin = "month"
order = ["a", 2]
[values]
missing = ["", "-9"]
"""


@times(20_000)
def test_a_questionnaire_is_read_or_refused(tmp_path: Path, n: int) -> None:
    file = tmp_path / "acme.toml"

    def read(content: bytes) -> None:
        file.write_bytes(content)
        check_questionnaire(file)

    right = QUESTIONNAIRE.encode()
    try_all(encoded(lines_like(QUESTIONNAIRE)) | bytes_like(right), read, UnreadableQuestionnaire, n=n)


@times(20_000)
def test_a_map_is_read_or_refused(tmp_path: Path, n: int) -> None:
    file = tmp_path / "map.toml"

    def read(content: bytes) -> None:
        file.write_bytes(content)
        load_map(file)

    try_all(encoded(lines_like(MAP)) | bytes_like(MAP.encode()), read, UnreadableSurvey, n=n)
